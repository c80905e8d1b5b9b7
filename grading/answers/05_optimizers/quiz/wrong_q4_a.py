# Thinks that the secant equation determines the update. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "c", "q4": "a"}
