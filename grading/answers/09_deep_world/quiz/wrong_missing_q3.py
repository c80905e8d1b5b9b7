# q3 missing. [1 point]
answers = {"q1": "c", "q2": "b", "q4": "b"}
