# One sample at a time, added up.
def backward(dlogits, params, cache, g_prime):
    total = [[np.zeros_like(W, dtype=float), np.zeros_like(b, dtype=float)] for W, b in params]
    for k in range(len(dlogits)):
        signal = dlogits[k]
        for j in range(len(params) - 1, -1, -1):
            total[j][0] += np.outer(cache[j][0][k], signal)
            total[j][1] += signal
            if j:
                signal = (params[j][0] @ signal) * g_prime(cache[j - 1][1][k])
    return [tuple(pair) for pair in total]
