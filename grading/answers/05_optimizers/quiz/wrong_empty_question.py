# q2 left empty. [1 point]
answers = {"q1": "d", "q2": "", "q3": "c", "q4": "c"}
