# Capital keys. [0 points]
answers = {"Q1": "c", "Q2": "b", "Q3": "d", "Q4": "a"}
