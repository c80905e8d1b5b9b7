# The answer in words. [0 points]
answers = {"q1": "all of them", "q2": "a fifth", "q3": "1", "q4": "either"}
