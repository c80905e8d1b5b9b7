# The right letters in reverse order. [0 points]
answers = {"q1": "c", "q2": "a", "q3": "d", "q4": "b"}
