# q1 is not d. [1 point]
answers = {"q1": "d", "q2": "c", "q3": "c", "q4": "b"}
