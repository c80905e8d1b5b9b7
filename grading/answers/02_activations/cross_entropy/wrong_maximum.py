# The largest logit instead of log-sum-exp. [2 points]
def cross_entropy(logits, labels):
    return float(np.mean(logits.max(axis=1) - logits[np.arange(len(labels)), labels]))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
