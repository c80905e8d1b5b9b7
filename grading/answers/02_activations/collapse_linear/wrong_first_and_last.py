# Merges the first layer with the last: right for two. [0 points]
def collapse_linear(layers):
    if len(layers) == 1:
        return layers[0]
    W1, b1 = layers[0]
    W2, b2 = layers[-1]
    return W1 @ W2, b1 @ W2 + b2
