# Another name for the dictionary. [0 points]
my_answers = {"q1": "b", "q2": "c", "q3": "c", "q4": "b"}
answers = None
