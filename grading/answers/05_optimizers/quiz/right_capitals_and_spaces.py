# Capital letters and spaces.
answers = {"q1": "D", "q2": " b", "q3": "C ", "q4": " c "}
