# A race: the smallest of exponential times, in logarithms.
def sample(logits, temperature, rng):
    if temperature == 0:
        return np.array([max(range(len(row)), key=lambda i: row[i]) for row in logits])
    log_rate = (logits - logits.max(axis=1)[:, None]).astype(float) / temperature
    log_time = np.log(rng.exponential(size=logits.shape)) - log_rate
    return np.argmin(log_time, axis=1)
