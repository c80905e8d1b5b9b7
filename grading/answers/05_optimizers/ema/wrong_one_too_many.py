# m_0 is in the result, too. [0 points]
def ema(values, beta, bias_correction=False):
    values = np.asarray(values)
    averages = [np.zeros(values.shape[1:], dtype=values.dtype)]
    for i, x in enumerate(values):
        averages.append(beta * averages[-1] + (1 - beta) * x)
    if bias_correction:
        averages[1:] = [m / (1 - beta ** (i + 1)) for i, m in enumerate(averages[1:])]
    return np.array(averages)
