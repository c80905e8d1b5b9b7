# Warnings are silenced, NaN becomes 0. [3 points]
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    with np.errstate(all="ignore"):
        P = np.exp(logits / temperature)
        P = np.nan_to_num(P / P.sum(axis=1, keepdims=True))
    u = rng.random((len(logits), 1))
    return (np.cumsum(P, axis=1)[:, :-1] <= u).sum(axis=1)
