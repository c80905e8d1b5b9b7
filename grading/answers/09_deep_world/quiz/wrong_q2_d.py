# q2 is not d. [1 point]
answers = {"q1": "c", "q2": "d", "q3": "d", "q4": "b"}
