# The predicted class instead of the true one. [2 points]
def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(S).sum(axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), S.argmax(axis=1)]))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
