# Capital letters and spaces.
answers = {"q1": "C", "q2": " b", "q3": "D ", "q4": "b"}
