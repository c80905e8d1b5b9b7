# q3 is not a. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "a", "q4": "b"}
