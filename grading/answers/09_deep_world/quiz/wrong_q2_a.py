# q2 is not a. [1 point]
answers = {"q1": "c", "q2": "a", "q3": "d", "q4": "b"}
