# Starts from the first layer and loops over all: it is applied twice. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for W_next, b_next in layers:
        if W.shape[1] == W_next.shape[0]:
            W, b = W @ W_next, b @ W_next + b_next
    return W, b
