# Capital letters and stray spaces.
answers = {"q1": "C", "q2": " d", "q3": "B ", "q4": "A"}
