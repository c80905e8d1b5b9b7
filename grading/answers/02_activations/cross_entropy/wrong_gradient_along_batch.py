# Softmax along axis 0. [2 points]
def cross_entropy_gradient(logits, labels):
    return (softmax(logits, axis=0) - np.eye(logits.shape[1])[labels]) / len(labels)


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
