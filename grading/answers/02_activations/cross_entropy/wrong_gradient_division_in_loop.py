# Division by N inside the loop over the samples. [2 points]
def cross_entropy_gradient(logits, labels):
    P = softmax(logits)
    for i in range(len(labels)):
        P[i, labels[i]] -= 1
        P /= len(labels)
    return P


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
