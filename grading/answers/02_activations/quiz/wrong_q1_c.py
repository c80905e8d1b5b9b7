# 1/n, the variance, passed as standard deviation. [1 point]
answers = {"q1": "c", "q2": "c", "q3": "a", "q4": "d"}
