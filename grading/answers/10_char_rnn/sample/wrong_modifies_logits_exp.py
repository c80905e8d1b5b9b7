# The exponentials are written into logits. [3 points]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    scores = (logits - logits.max(axis=1, keepdims=True)) / temperature
    np.exp(scores, out=logits)
    cumulative = np.cumsum(logits, axis=1)
    u = rng.random((len(logits), 1)) * cumulative[:, -1:]
    return np.sum(cumulative[:, :-1] <= u, axis=1)
