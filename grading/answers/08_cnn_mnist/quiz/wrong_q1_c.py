# q1 is not c. [1 point]
answers = {"q1": "c", "q2": "c", "q3": "c", "q4": "b"}
