# Plain.
answers = {"q1": "b", "q2": "c", "q3": "a", "q4": "d"}
