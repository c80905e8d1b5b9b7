# One text instead of a dictionary. [0 points]
answers = "bccb"
