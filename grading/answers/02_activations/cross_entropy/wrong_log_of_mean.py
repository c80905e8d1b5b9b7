# Logarithm of the mean probability. [2 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    chosen = log_p[np.arange(len(S)), labels]
    return float(-np.logaddexp.reduce(chosen) + np.log(len(S)))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
