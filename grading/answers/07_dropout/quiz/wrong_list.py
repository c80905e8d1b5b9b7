# A list. [0 points]
answers = ["c", "b", "d", "a"]
