# The bias of the last layer is not added. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for i, (W_next, b_next) in enumerate(layers[1:], start=2):
        W, b = W @ W_next, b @ W_next
        if i < len(layers):
            b = b + b_next
    return W, b
