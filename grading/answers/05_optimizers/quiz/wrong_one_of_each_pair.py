# One wrong answer in each pair. [0 points]
answers = {"q1": "d", "q2": "c", "q3": "c", "q4": "a"}
