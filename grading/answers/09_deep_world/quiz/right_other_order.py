# In another order.
answers = {"q4": "b", "q2": "b", "q1": "c", "q3": "d"}
