# Two letters for q1. [1 point]
answers = {"q1": "c, d", "q2": "b", "q3": "d", "q4": "a"}
