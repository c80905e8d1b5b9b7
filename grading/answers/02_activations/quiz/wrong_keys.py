# Keys Q1 to Q4. [0 points]
answers = {"Q1": "b", "Q2": "c", "Q3": "a", "Q4": "d"}
