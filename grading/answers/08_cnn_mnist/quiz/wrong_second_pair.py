# Only the second pair. [1 point]
answers = {"q1": "", "q2": "", "q3": "c", "q4": "b"}
