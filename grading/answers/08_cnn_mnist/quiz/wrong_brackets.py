# Letters with brackets. [0 points]
answers = {"q1": "(b)", "q2": "(c)", "q3": "(c)", "q4": "(b)"}
