# Takes the variance of the average for that of the position. [1 point]
answers = {"q1": "a", "q2": "b", "q3": "c", "q4": "c"}
