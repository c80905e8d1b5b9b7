# Capital letters and spaces.
answers = {"q1": "B", "q2": " c", "q3": "C ", "q4": "b"}
