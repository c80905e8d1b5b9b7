# Takes 0.1 for He's scale. [1 point]
answers = {"q1": "c", "q2": "d", "q3": "b", "q4": "b"}
