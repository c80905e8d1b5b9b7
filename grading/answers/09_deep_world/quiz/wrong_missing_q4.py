# q4 missing. [1 point]
answers = {"q1": "c", "q2": "b", "q3": "d"}
