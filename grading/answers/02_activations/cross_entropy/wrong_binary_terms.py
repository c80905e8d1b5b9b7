# Adds -log(1 - p) for the other classes. [2 points]
def cross_entropy(logits, labels):
    P, Y = np.clip(softmax(logits), 1e-15, 1 - 1e-15), np.eye(logits.shape[1])[labels]
    return float(-np.mean(np.sum(Y * np.log(P) + (1 - Y) * np.log(1 - P), axis=1)))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
