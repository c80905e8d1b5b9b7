# Filled in one after the other.
answers = {"q1": "", "q2": "", "q3": "", "q4": ""}
answers["q1"] = "b"
answers["q2"] = "c"
answers["q3"] = "a"
answers["q4"] = "d"
