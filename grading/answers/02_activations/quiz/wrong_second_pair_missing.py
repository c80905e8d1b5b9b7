# Only q1 and q2 answered. [1 point]
answers = {"q1": "b", "q2": "c"}
