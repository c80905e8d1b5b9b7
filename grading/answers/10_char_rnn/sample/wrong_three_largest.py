# Draws among the three largest only. [1 point]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    scores = (logits - logits.max(axis=1, keepdims=True)) / temperature
    third = np.sort(scores, axis=1)[:, -3:][:, :1]
    scores = np.where(scores < third, -np.inf, scores)
    P = np.exp(scores)
    P = P / P.sum(axis=1, keepdims=True)
    u = rng.random((len(logits), 1))
    return (np.cumsum(P, axis=1)[:, :-1] <= u).sum(axis=1)
