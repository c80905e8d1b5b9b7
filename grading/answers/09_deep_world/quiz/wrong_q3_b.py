# q3 is not b. [1 point]
answers = {"q1": "c", "q2": "b", "q3": "b", "q4": "b"}
