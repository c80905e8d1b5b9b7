# A dictionary.
answers = {"q1": "d", "q2": "b", "q3": "c", "q4": "c"}
