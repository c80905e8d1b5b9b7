# q1 and q2 wrong. [1 point]
answers = {"q1": "c", "q2": "b", "q3": "a", "q4": "d"}
