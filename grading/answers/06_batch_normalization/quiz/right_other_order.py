# In another order.
answers = {"q4": "b", "q2": "a", "q1": "c", "q3": "d"}
