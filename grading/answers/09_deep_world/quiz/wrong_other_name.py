# Another name for the dictionary. [0 points]
my_answers = {"q1": "c", "q2": "b", "q3": "d", "q4": "b"}
answers = None
