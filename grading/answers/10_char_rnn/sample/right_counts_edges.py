# The number of cumulative sums, of the whole table at once, that a draw reaches.
def sample(logits, temperature, rng):
    z = np.asarray(logits, dtype=float)
    if temperature == 0:
        return z.argmax(axis=1)
    edges = np.exp((z - z.max(axis=1, keepdims=True)) / temperature).cumsum(axis=1)
    reached = rng.random((len(z), 1)) * edges[:, -1:]
    return (edges <= reached).sum(axis=1)
