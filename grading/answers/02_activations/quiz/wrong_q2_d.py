# Confuses what kills units with what it is to be dead. [1 point]
answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "d"}
