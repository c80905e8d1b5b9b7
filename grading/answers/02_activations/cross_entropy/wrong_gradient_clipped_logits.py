# Logits clipped at 700 in the gradient: two large ones become equal. [2 points]
def cross_entropy_gradient(logits, labels):
    E = np.exp(np.clip(logits, -700, 700))
    return (E / E.sum(axis=1, keepdims=True) - np.eye(logits.shape[1])[labels]) / len(labels)


def cross_entropy(logits, labels):
    S = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.sum(np.exp(S), axis=1))
    return float(np.mean(log_sum - S[np.arange(len(S)), labels]))
