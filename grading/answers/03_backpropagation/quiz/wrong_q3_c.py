# Takes the error at the best step. [1 point]
answers = {"q1": "c", "q2": "d", "q3": "c", "q4": "a"}
