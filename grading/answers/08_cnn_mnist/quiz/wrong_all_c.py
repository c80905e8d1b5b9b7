# c for everything. [0 points]
answers = {"q1": "c", "q2": "c", "q3": "c", "q4": "c"}
