# q3 is not d. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "d", "q4": "b"}
