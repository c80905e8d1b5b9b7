# Logits clipped at 700. [2 points]
def cross_entropy(logits, labels):
    C = np.clip(logits, -700, 700)
    log_sum = np.log(np.exp(C).sum(axis=1))
    return float(np.mean(log_sum - C[np.arange(len(C)), labels]))


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    return (softmax(logits) - np.eye(K)[labels]) / N
