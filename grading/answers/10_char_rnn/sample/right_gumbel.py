# The largest of logits with Gumbel noise.
def sample(logits, temperature, rng):
    if temperature > 0:
        logits = logits / temperature + rng.gumbel(size=logits.shape)
    return logits.argmax(axis=1)
