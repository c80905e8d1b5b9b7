# Takes the share of entries for the share of units. [1 point]
answers = {"q1": "b", "q2": "a", "q3": "a", "q4": "d"}
