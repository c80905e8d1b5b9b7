# Logits are clipped at 50. [3 points]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    scores = np.clip(logits, -50, 50) / temperature
    P = np.exp(scores)
    P = P / P.sum(axis=1, keepdims=True)
    u = rng.random((len(logits), 1))
    return (np.cumsum(P, axis=1)[:, :-1] <= u).sum(axis=1)
