# Numbers instead of letters. [0 points]
answers = {"q1": 3, "q2": 2, "q3": 4, "q4": 1}
