# Right numbers, but adds what comes from below to the biases in place. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        b_next += b @ W_next
        W, b = W @ W_next, b_next
    return W, b
