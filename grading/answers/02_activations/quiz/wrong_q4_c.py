# Thinks of -1/p_c, the slope with respect to the probability. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "a", "q4": "c"}
