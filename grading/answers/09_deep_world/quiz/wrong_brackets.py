# Letters with brackets. [0 points]
answers = {"q1": "(c)", "q2": "(b)", "q3": "(d)", "q4": "(b)"}
