# Keys Q1 to Q4. [0 points]
answers = {"Q1": "d", "Q2": "b", "Q3": "c", "Q4": "c"}
