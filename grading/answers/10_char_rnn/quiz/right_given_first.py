# The given line stays above.
answers = {"q1": "", "q2": "", "q3": "", "q4": ""}
answers = {"q1": "b", "q2": "d", "q3": "a", "q4": "c"}
