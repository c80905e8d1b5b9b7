# Collects the pre-activations in b itself, sample after sample. [0 points]
def shallow_network(X, W, b, alpha, g):
    outputs = []
    for row in X:
        b += row @ W
        outputs.append(g(b) @ alpha)
    return np.array(outputs)
