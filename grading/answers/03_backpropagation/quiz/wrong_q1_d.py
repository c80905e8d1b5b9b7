# Samples forgotten. [1 point]
answers = {"q1": "d", "q2": "d", "q3": "b", "q4": "a"}
