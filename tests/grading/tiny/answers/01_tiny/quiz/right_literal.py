# Written into the dictionary.
answers = {"q1": "yes"}
