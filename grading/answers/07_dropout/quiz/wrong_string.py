# A string. [0 points]
answers = "cbda"
