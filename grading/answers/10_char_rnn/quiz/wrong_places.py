# The number of the choice instead of its letter. [0 points]
answers = {"q1": 2, "q2": 4, "q3": 1, "q4": 3}
