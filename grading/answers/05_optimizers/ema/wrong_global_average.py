# Goes on from the call before. [0 points]
last_average = 0.0


def ema(values, beta, bias_correction=False):
    global last_average
    values, result = np.asarray(values), []
    for i, x in enumerate(values):
        last_average = beta * last_average + (1 - beta) * x
        result.append(last_average / (1 - beta ** (i + 1)) if bias_correction else last_average)
    return np.array(result)
