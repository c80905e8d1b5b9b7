# Nothing chosen. [0 points]
answers = {"q1": "", "q2": "", "q3": "", "q4": ""}
