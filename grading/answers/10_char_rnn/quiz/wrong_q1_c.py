# q1 is not c. [1 point]
answers = {"q1": "c", "q2": "d", "q3": "a", "q4": "c"}
