# q4 is not a. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "a"}
