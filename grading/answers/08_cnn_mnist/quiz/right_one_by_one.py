# One by one.
answers = {}
answers["q1"] = "b"
answers["q2"] = "c"
answers["q3"] = "c"
answers["q4"] = "b"
