# One by one.
answers = {}
answers["q1"] = "b"
answers["q2"] = "d"
answers["q3"] = "a"
answers["q4"] = "c"
