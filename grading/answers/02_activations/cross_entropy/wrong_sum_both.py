# Sums: loss and gradient are both N times too large. [0 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(S).sum(axis=1))
    return float(np.sum(log_sum - S[np.arange(len(S)), labels]))


def cross_entropy_gradient(logits, labels):
    return softmax(logits) - np.eye(logits.shape[1])[labels]
