# Only the first pair. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "", "q4": ""}
