# Capital letters and spaces.
answers = {"q1": "B", "q2": " d", "q3": "A ", "q4": "c"}
