# A list of averages, stacked at the end.
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    result, m = [], 0.0
    for t, x in enumerate(values, start=1):
        m = beta * m + (1 - beta) * x
        result.append(m / (1 - beta**t) if bias_correction else m)
    return np.array(result)
