# Finite differences, which lose their digits at large logits. [2 points]
def cross_entropy_gradient(logits, labels):
    gradient, h = np.empty(logits.shape), 1e-5
    for index in np.ndindex(*logits.shape):
        step = np.zeros(logits.shape)
        step[index] = h
        rise = cross_entropy(logits + step, labels) - cross_entropy(logits - step, labels)
        gradient[index] = rise / (2 * h)
    return gradient


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
