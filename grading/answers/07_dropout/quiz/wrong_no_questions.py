# An empty dictionary. [0 points]
answers = {}
