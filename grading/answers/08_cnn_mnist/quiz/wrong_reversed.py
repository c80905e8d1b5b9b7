# The second and the first letter of each pair exchanged. [0 points]
answers = {"q1": "c", "q2": "b", "q3": "b", "q4": "c"}
