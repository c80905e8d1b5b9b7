# Only the second pair. [1 point]
answers = {"q1": "", "q2": "", "q3": "d", "q4": "b"}
