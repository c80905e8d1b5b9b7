# log-sum-exp along axis 0. [2 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=0)
    log_p = S - np.log(np.exp(S).sum(axis=0))
    return float(-np.mean(log_p[np.arange(len(S)), labels]))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
