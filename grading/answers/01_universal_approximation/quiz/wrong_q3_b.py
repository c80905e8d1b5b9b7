# Error taken as proportional to h: a factor of 4. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "b", "q4": "c"}
