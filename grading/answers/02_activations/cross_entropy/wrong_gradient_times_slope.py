# Times p (1 - p), as for the squared error. [2 points]
def cross_entropy_gradient(logits, labels):
    P = softmax(logits)
    return (P - np.eye(logits.shape[1])[labels]) * P * (1 - P) / len(labels)


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
