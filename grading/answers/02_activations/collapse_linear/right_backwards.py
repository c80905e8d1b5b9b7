# From the last layer to the first: every bias goes through all the weights after it.
def collapse_linear(layers):
    W = np.eye(len(layers[-1][1]))
    b = np.zeros(len(layers[-1][1]))
    for weights, biases in reversed(layers):
        b = b + biases @ W
        W = weights @ W
    return W, b
