# q4 is not a. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "c", "q4": "a"}
