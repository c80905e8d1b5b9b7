# The keys in another order.
answers = {"q4": "b", "q2": "c", "q1": "b", "q3": "c"}
