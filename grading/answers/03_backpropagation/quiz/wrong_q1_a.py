# The shape of B. [1 point]
answers = {"q1": "a", "q2": "d", "q3": "b", "q4": "a"}
