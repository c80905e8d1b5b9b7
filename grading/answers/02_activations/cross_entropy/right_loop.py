# One sample at a time.
def cross_entropy(logits, labels):
    total = 0.0
    for z, c in zip(logits, labels):
        m = z.max()
        total += m + np.log(np.exp(z - m).sum()) - z[c]
    return total / len(logits)


def cross_entropy_gradient(logits, labels):
    gradient = []
    for z, c in zip(logits, labels):
        p = np.exp(z - z.max())
        p = p / p.sum()
        p[c] -= 1
        gradient.append(p / len(logits))
    return np.array(gradient)
