# q2 is not a. [1 point]
answers = {"q1": "b", "q2": "a", "q3": "c", "q4": "b"}
