# Thinks that Adam feels the scale. [1 point]
answers = {"q1": "d", "q2": "a", "q3": "c", "q4": "c"}
