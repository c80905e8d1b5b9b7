# Learning rate too large, though it was 1 / lambda_1. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "d"}
