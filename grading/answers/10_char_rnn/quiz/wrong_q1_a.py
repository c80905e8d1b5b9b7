# q1 is not a. [1 point]
answers = {"q1": "a", "q2": "d", "q3": "a", "q4": "c"}
