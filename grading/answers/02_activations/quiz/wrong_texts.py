# The text of the choice instead of its letter. [0 points]
answers = {"q1": "0.05", "q2": "No unit is dead.", "q3": "Neither", "q4": "About -1."}
