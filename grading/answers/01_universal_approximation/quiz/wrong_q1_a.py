# Takes the rate of a Monte Carlo average for the rate of this fit. [1 point]
answers = {"q1": "a", "q2": "d", "q3": "a", "q4": "c"}
