# Looks at the minimum only. [1 point]
answers = {"q1": "d", "q2": "d", "q3": "c", "q4": "c"}
