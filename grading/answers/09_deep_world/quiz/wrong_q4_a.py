# q4 is not a. [1 point]
answers = {"q1": "c", "q2": "b", "q3": "d", "q4": "a"}
