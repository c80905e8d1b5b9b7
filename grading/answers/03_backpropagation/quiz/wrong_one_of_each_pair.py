# One wrong answer in each pair. [0 points]
answers = {"q1": "c", "q2": "a", "q3": "b", "q4": "b"}
