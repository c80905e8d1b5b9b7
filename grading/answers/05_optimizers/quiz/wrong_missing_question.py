# q4 left out. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "c"}
