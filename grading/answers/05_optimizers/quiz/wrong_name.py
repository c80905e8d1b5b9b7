# Stored under another name. [0 points]
answer = {"q1": "d", "q2": "b", "q3": "c", "q4": "c"}
