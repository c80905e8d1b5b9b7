# q1 missing. [1 point]
answers = {"q2": "c", "q3": "c", "q4": "b"}
