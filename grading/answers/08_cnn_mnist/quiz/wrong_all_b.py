# b for everything. [0 points]
answers = {"q1": "b", "q2": "b", "q3": "b", "q4": "b"}
