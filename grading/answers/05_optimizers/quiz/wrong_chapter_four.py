# The answers of chapter 4. [0 points]
answers = {"q1": "b", "q2": "c", "q3": "a", "q4": "d"}
