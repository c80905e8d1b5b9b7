# q1 missing. [1 point]
answers = {"q2": "d", "q3": "a", "q4": "c"}
