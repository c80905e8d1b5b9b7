# One by one.
answers = {}
answers["q1"] = "c"
answers["q2"] = "b"
answers["q3"] = "d"
answers["q4"] = "b"
