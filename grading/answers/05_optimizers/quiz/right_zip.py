# Zipped.
answers = dict(zip(["q4", "q3", "q2", "q1"], "ccbd"))
