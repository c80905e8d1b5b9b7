# One loss per sample instead of their mean. [2 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    return np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(S)), labels]


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
