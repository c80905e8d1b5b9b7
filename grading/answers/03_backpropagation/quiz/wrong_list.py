# A list instead of a dictionary. [0 points]
answers = ["c", "d", "b", "a"]
