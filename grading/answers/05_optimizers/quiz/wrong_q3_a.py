# Forgets the denominator. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "a", "q4": "c"}
