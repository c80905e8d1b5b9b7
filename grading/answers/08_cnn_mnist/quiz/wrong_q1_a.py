# q1 is not a. [1 point]
answers = {"q1": "a", "q2": "c", "q3": "c", "q4": "b"}
