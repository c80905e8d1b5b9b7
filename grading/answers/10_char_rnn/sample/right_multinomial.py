# rng.multinomial with one trial in each row.
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    z = np.array(logits, dtype=np.float64)
    z -= z.max(axis=1, keepdims=True)
    P = np.exp(z / temperature)
    P /= P.sum(axis=1, keepdims=True)
    return np.argmax(rng.multinomial(1, P), axis=1)
