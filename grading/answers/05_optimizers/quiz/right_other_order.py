# Other order.
answers = {"q4": "c", "q2": "b", "q1": "d", "q3": "c"}
