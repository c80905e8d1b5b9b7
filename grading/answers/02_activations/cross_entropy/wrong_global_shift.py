# Subtracts the largest logit of the whole batch: other rows underflow. [0 points]
def cross_entropy(logits, labels):
    S = logits - logits.max()
    log_sum = np.log(np.exp(S).sum(axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))


def cross_entropy_gradient(logits, labels):
    E = np.exp(logits - logits.max())
    P = E / E.sum(axis=1, keepdims=True)
    return (P - np.eye(logits.shape[1])[labels]) / len(labels)
