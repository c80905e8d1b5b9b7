# All letters at once. [0 points]
answers = {"q1": "abcd", "q2": "abcd", "q3": "abcd", "q4": "abcd"}
