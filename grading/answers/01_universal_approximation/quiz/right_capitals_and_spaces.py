# Capital letters and stray spaces.
answers = {"q1": "B", "q2": " d", "q3": "A ", "q4": " C "}
