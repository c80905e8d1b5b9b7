# Slow, plain Python with the math module.
import math


def cross_entropy(logits, labels):
    losses = []
    for row, label in zip(logits.tolist(), labels.tolist()):
        top = max(row)
        losses.append(top - row[label] + math.log(sum(math.exp(z - top) for z in row)))
    return math.fsum(losses) / len(losses)


def cross_entropy_gradient(logits, labels):
    N, K = logits.shape
    gradient = np.empty((N, K))
    for i in range(N):
        row = logits[i].tolist()
        top = max(row)
        total = sum(math.exp(z - top) for z in row)
        for j in range(K):
            gradient[i, j] = (math.exp(row[j] - top) / total - (j == labels[i])) / N
    return gradient
