# q2 is not b. [1 point]
answers = {"q1": "b", "q2": "b", "q3": "c", "q4": "b"}
