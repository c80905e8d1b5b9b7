# A list instead of a dictionary. [0 points]
answers = ["c", "b", "d", "b"]
