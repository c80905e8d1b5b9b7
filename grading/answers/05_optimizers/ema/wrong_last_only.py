# Returns the last average only. [0 points]
def ema(values, beta, bias_correction=False):
    m = 0.0
    for x in np.asarray(values):
        m = beta * m + (1 - beta) * x
    return m / (1 - beta ** len(values)) if bias_correction else m
