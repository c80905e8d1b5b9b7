# The number of the choice instead of its letter. [0 points]
answers = {"q1": 3, "q2": 2, "q3": 4, "q4": 2}
