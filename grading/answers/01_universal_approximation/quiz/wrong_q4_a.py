# Local minimum, in a convex problem. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "a"}
