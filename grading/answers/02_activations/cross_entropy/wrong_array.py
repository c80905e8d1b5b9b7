# An array of one number. [2 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(S)), labels]
    return np.mean(losses, keepdims=True)


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
