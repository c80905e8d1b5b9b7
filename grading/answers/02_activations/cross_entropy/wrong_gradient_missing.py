# No gradient. [2 points]
def cross_entropy(logits, labels):
    M = logits.max(axis=1)
    log_sum = M + np.log(np.exp(logits - M[:, None]).sum(axis=1))
    return float(np.mean(log_sum - logits[np.arange(len(M)), labels]))
