# Expects one-hot labels. [0 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return float(-np.mean(np.sum(labels * log_p, axis=1)))


def cross_entropy_gradient(logits, labels):
    return (softmax(logits) - labels) / len(labels)
