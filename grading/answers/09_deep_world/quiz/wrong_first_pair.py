# Only the first pair. [1 point]
answers = {"q1": "c", "q2": "b", "q3": "", "q4": ""}
