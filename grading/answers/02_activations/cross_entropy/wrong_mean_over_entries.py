# Mean over all entries of the one-hot product: also divided by K. [2 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_p = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    return float(-np.mean(np.eye(logits.shape[1])[labels] * log_p))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
