# q2 left empty. [1 point]
answers = {"q1": "b", "q2": "", "q3": "a", "q4": "d"}
