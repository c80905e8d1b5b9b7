# Too few units, though least squares does it with them. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "b"}
