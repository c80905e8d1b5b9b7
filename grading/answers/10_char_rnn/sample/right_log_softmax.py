# Logarithms of the probabilities first, then the temperature.
def sample(logits, temperature, rng):
    top = logits.max(axis=1, keepdims=True)
    log_P = logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
    if temperature == 0:
        return log_P.argmax(axis=1)
    W = np.exp((log_P - log_P.max(axis=1, keepdims=True)) / temperature)
    u = rng.random(len(W)) * W.sum(axis=1)
    numbers = np.zeros(len(W), dtype=np.int64)
    for i in range(W.shape[1] - 1):
        u = u - W[:, i]
        numbers += u >= 0
    return numbers
