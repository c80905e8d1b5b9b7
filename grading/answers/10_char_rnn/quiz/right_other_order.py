# In another order.
answers = {"q4": "c", "q2": "d", "q1": "b", "q3": "a"}
