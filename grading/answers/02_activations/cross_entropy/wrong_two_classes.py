# Two classes only: a sigmoid of the difference. [0 points]
def cross_entropy(logits, labels):
    d = logits[:, 1] - logits[:, 0]
    return float(np.mean(np.logaddexp(0, d) - labels * d))


def cross_entropy_gradient(logits, labels):
    g = (sigmoid(logits[:, 1] - logits[:, 0]) - labels) / len(labels)
    return np.stack([-g, g], axis=1)
