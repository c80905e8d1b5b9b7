# A factor of 8: h to the power 3/2. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "d", "q4": "c"}
