# Plain.
answers = {"q1": "c", "q2": "d", "q3": "b", "q4": "a"}
