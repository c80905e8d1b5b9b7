# No loss. [2 points]
def cross_entropy_gradient(logits, labels):
    return (softmax(logits) - np.eye(logits.shape[1])[labels]) / len(labels)
