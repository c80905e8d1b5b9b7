# A list instead of a dictionary. [0 points]
answers = ["b", "c", "c", "b"]
