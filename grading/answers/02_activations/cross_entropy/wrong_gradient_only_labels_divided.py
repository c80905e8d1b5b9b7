# Divides the probabilities by N, but subtracts 1. [2 points]
def cross_entropy_gradient(logits, labels):
    P = softmax(logits) / len(labels)
    P[np.arange(len(labels)), labels] -= 1
    return P


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
