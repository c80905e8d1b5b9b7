# The keys in another order.
answers = {"q4": "a", "q3": "d", "q2": "b", "q1": "c"}
