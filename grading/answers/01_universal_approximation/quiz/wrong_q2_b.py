# Thinks that the theorem promises that gradient descent finds the weights. [1 point]
answers = {"q1": "b", "q2": "b", "q3": "a", "q4": "c"}
