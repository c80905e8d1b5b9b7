# Half of each pair. [0 points]
answers = {"q1": "b", "q2": "a", "q3": "a", "q4": "b"}
