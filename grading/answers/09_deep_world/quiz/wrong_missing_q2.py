# q2 missing. [1 point]
answers = {"q1": "c", "q3": "d", "q4": "b"}
