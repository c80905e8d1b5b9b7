# Uses its logits, but the notebook's labels, in both. [0 points]
def cross_entropy(Z, y):
    S = Z - Z.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(S).sum(axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))


def cross_entropy_gradient(Z, y):
    return (softmax(Z) - np.eye(Z.shape[1])[labels]) / len(Z)
