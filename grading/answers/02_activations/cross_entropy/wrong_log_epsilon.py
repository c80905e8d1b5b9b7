# log(p + 1e-12): no infinity, but not the loss. [2 points]
def cross_entropy(logits, labels):
    P = softmax(logits)[np.arange(len(labels)), labels]
    return float(-np.mean(np.log(P + 1e-12)))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
