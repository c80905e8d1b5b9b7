# Stored under another name. [0 points]
answer = {"q1": "b", "q2": "c", "q3": "a", "q4": "d"}
