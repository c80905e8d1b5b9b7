# q4 missing. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "c"}
