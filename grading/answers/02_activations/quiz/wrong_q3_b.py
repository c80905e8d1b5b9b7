# Thinks that the loss is shift-invariant and the probabilities are not. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "b", "q4": "d"}
