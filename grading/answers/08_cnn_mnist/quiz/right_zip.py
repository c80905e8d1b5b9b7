# Zipped.
answers = dict(zip(["q1", "q2", "q3", "q4"], "bccb"))
