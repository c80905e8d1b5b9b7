# Made with zip, in another order.
answers = dict(zip(["q4", "q3", "q2", "q1"], "abdc"))
