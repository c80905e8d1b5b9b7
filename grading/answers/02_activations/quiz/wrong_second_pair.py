# q3 and q4 wrong. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "c", "q4": "b"}
