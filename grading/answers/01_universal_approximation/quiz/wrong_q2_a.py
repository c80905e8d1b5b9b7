# Thinks that the theorem counts units. [1 point]
answers = {"q1": "b", "q2": "a", "q3": "a", "q4": "c"}
