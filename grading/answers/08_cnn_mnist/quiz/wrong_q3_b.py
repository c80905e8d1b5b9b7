# q3 is not b. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "b", "q4": "b"}
