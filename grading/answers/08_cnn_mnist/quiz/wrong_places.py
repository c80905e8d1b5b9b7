# The number of the choice instead of its letter. [0 points]
answers = {"q1": 2, "q2": 3, "q3": 3, "q4": 2}
