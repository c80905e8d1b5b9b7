# Several letters for each question. [0 points]
answers = {"q1": ["a", "b"], "q2": ["c", "d"], "q3": ["a", "b"], "q4": ["c", "d"]}
