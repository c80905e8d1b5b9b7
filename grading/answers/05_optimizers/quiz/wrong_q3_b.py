# Takes Adam for a slow SGD. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "b", "q4": "c"}
