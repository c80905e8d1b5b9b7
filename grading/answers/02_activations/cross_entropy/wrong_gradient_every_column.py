# P[:, labels] -= 1: all rows, all columns that occur. [2 points]
def cross_entropy_gradient(logits, labels):
    P = softmax(logits)
    P[:, labels] -= 1
    return P / len(labels)


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
