# Only the second pair. [1 point]
answers = {"q1": "", "q2": "", "q3": "a", "q4": "c"}
