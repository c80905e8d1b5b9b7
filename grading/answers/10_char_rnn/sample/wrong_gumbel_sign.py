# Gumbel noise with the wrong sign. [2 points]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    scores = (logits - logits.max(axis=1, keepdims=True)) / temperature
    P = np.exp(scores)
    P = P / P.sum(axis=1, keepdims=True)
    u = rng.random((len(logits), 1))
    return np.argmax(scores - rng.gumbel(size=scores.shape), axis=1)
