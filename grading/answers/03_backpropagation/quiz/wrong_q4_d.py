# Takes s for the factor. [1 point]
answers = {"q1": "c", "q2": "d", "q3": "b", "q4": "d"}
