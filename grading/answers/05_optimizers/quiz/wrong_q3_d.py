# Thinks that a large gradient makes a long step. [1 point]
answers = {"q1": "d", "q2": "b", "q3": "d", "q4": "c"}
