# Temperature 0 is 1e-12; the first cumulative sum above the draw.
def sample(logits, temperature, rng):
    scores = logits.astype(float) - np.max(logits, axis=1, keepdims=True)
    cumulative = np.exp(scores / max(temperature, 1e-12)).cumsum(axis=1)
    target = (1 - rng.random(len(logits))) * cumulative[:, -1]
    return np.argmax(cumulative >= target[:, None], axis=1)
