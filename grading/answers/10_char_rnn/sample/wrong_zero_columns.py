# Temperature 0: argmax down the columns. [3 points]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=0)
    scores = (logits - logits.max(axis=1, keepdims=True)) / temperature
    P = np.exp(scores)
    P = P / P.sum(axis=1, keepdims=True)
    u = rng.random((len(logits), 1))
    return (np.cumsum(P, axis=1)[:, :-1] <= u).sum(axis=1)
