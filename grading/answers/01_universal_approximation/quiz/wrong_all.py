# Four wrong answers. [0 points]
answers = {"q1": "a", "q2": "a", "q3": "b", "q4": "b"}
