# A list of letters for each question. [0 points]
answers = {"q1": ["d"], "q2": ["b"], "q3": ["c"], "q4": ["c"]}
