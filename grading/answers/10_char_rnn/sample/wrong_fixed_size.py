# Draws among the characters of the notebook's vocabulary. [0 points]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    scores = (logits - logits.max(axis=1, keepdims=True)) / temperature
    P = np.exp(scores)
    P = P / P.sum(axis=1, keepdims=True)
    u = rng.random((len(logits), 1))
    return np.array([rng.choice(len(vocab), p=p) for p in P])
