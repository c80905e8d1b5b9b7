# A list instead of a dictionary. [0 points]
answers = ["d", "b", "c", "c"]
