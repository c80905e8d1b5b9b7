# Capital letters and spaces.
answers = {"q1": "B", "q2": " c", "q3": "A ", "q4": "D"}
