# Unit variance: 20 times too large. [1 point]
answers = {"q1": "a", "q2": "c", "q3": "a", "q4": "d"}
