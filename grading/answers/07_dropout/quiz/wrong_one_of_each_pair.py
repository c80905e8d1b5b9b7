# One of each pair. [0 points]
answers = {"q1": "a", "q2": "b", "q3": "d", "q4": "b"}
