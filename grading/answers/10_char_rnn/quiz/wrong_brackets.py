# Letters with brackets. [0 points]
answers = {"q1": "(b)", "q2": "(d)", "q3": "(a)", "q4": "(c)"}
