# Error taken as proportional to the root of h: a factor of 2. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "c", "q4": "c"}
