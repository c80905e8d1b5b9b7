# Capital letters and spaces.
answers = {"q1": "C", "q2": " a", "q3": "D ", "q4": "b"}
