# Another name. [0 points]
answer = {"q1": "c", "q2": "b", "q3": "d", "q4": "a"}
