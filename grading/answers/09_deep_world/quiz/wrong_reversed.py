# The right letters in reverse order. [0 points]
answers = {"q1": "b", "q2": "d", "q3": "b", "q4": "c"}
