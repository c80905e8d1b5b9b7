# One by one.
answers = {}
answers["q1"] = "d"
answers["q2"] = "b"
answers["q3"] = "c"
answers["q4"] = "c"
