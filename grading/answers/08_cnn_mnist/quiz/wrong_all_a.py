# a for everything. [0 points]
answers = {"q1": "a", "q2": "a", "q3": "a", "q4": "a"}
