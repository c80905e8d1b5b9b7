# Capital letters and stray spaces.
answers = {"q1": "B", "q2": " c", "q3": "A ", "q4": " D "}
