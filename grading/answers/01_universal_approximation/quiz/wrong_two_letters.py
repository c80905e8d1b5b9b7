# Two letters, to be on the safe side. [0 points]
answers = {"q1": "bc", "q2": "bd", "q3": "ab", "q4": "cd"}
