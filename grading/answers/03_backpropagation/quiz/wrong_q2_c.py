# Blames the activation. [1 point]
answers = {"q1": "c", "q2": "c", "q3": "b", "q4": "a"}
