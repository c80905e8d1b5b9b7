# q2 is not d. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "c", "q4": "b"}
