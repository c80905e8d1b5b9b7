# Return inside the loop: one sample only. [0 points]
def shallow_network(X, W, b, alpha, g):
    outputs = []
    for row in X:
        outputs.append(g(row @ W + b) @ alpha)
        return np.array(outputs)
