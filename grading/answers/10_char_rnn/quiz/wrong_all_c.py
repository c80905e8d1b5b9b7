# c for every question. [0 points]
answers = {"q1": "c", "q2": "c", "q3": "c", "q4": "c"}
