# The factor of the ReLU, without the width. [1 point]
answers = {"q1": "d", "q2": "c", "q3": "a", "q4": "d"}
