# Numbers instead of letters. [0 points]
answers = {"q1": 4, "q2": 2, "q3": 3, "q4": 3}
