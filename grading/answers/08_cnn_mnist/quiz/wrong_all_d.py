# d for everything. [0 points]
answers = {"q1": "d", "q2": "d", "q3": "d", "q4": "d"}
