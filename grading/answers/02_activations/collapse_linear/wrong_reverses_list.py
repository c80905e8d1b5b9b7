# Right numbers, but turns the list around. [0 points]
def collapse_linear(layers):
    layers.reverse()
    W, b = layers[0]
    for W_before, b_before in layers[1:]:
        W, b = W_before @ W, b_before @ W + b
    return W, b
