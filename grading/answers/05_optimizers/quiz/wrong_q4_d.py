# Takes H for the Hessian. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "c", "q4": "d"}
