# Counts the shift once: log-sum-exp grows, but z_c forgotten. [1 point]
answers = {"q1": "b", "q2": "c", "q3": "c", "q4": "d"}
