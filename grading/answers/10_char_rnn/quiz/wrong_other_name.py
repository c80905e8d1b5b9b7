# Another name for the dictionary. [0 points]
my_answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "c"}
answers = None
