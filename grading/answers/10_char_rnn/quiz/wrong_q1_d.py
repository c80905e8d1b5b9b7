# q1 is not d. [1 point]
answers = {"q1": "d", "q2": "d", "q3": "a", "q4": "c"}
