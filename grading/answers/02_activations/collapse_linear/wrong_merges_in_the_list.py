# Right numbers, but with three layers or more it merges pairs in the list it was given. [0 points]
def collapse_linear(layers):
    while len(layers) > 2:
        (W1, b1), (W2, b2) = layers[:2]
        layers[:2] = [(W1 @ W2, b1 @ W2 + b2)]
    if len(layers) == 1:
        return layers[0]
    (W1, b1), (W2, b2) = layers
    return W1 @ W2, b1 @ W2 + b2
