# Numbers instead of letters. [0 points]
answers = {"q1": 2, "q2": 3, "q3": 1, "q4": 4}
