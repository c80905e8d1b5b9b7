# Two letters each. [0 points]
answers = {"q1": "cd", "q2": "ab", "q3": "bc", "q4": "bc"}
