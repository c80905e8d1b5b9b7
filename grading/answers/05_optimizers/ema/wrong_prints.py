# Prints, returns nothing. [0 points]
def ema(values, beta, bias_correction=False):
    m = 0.0
    for i, x in enumerate(np.asarray(values)):
        m = beta * m + (1 - beta) * x
        print(m / (1 - beta ** (i + 1)) if bias_correction else m)
