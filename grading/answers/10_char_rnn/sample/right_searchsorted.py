# searchsorted in each row's cumulative sums.
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=-1)
    z = logits.astype(np.float64) / temperature
    z = z - z.max(axis=1, keepdims=True)
    u = rng.uniform(size=len(z))
    result = np.zeros(len(z), dtype=int)
    for k in range(len(z)):
        steps = np.cumsum(np.exp(z[k]))
        result[k] = np.searchsorted(steps, u[k] * steps[-1], side="right")
    return result
