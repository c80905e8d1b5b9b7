# Four wrong answers. [0 points]
answers = {"q1": "a", "q2": "d", "q3": "d", "q4": "a"}
