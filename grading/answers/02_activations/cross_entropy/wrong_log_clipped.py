# Probabilities clipped to 1e-300 before the logarithm. [2 points]
def cross_entropy(logits, labels):
    P = softmax(logits)[np.arange(len(labels)), labels]
    return float(-np.mean(np.log(np.maximum(P, 1e-300))))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
