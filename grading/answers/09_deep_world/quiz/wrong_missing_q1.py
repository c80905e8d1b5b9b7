# q1 missing. [1 point]
answers = {"q2": "b", "q3": "d", "q4": "b"}
