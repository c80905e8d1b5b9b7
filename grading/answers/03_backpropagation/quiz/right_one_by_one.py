# Filled in one after the other.
answers = {}
answers["q1"] = "c"
answers["q2"] = "d"
answers["q3"] = "b"
answers["q4"] = "a"
