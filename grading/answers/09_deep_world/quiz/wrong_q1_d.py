# q1 is not d. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "d", "q4": "b"}
