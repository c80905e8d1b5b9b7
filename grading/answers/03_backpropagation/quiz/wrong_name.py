# Stored under another name. [0 points]
answer = {"q1": "c", "q2": "d", "q3": "b", "q4": "a"}
