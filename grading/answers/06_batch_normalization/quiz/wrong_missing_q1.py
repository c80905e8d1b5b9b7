# q1 missing. [1 point]
answers = {"q2": "a", "q3": "d", "q4": "b"}
