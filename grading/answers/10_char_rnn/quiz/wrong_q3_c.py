# q3 is not c. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "c", "q4": "c"}
