# q1 is not a. [1 point]
answers = {"q1": "a", "q2": "b", "q3": "d", "q4": "b"}
