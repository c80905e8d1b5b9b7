# Only q3 and q4 answered. [1 point]
answers = {"q1": "", "q2": "", "q3": "c", "q4": "c"}
