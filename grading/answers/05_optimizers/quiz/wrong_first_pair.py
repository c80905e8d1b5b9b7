# Only q1 and q2 answered. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "", "q4": ""}
