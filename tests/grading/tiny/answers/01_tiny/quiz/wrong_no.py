# The other answer.
answers = {"q1": "no"}
