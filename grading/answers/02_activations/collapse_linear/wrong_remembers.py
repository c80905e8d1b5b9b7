# Default argument that keeps the layers of earlier calls. [0 points]
def collapse_linear(layers, done=[]):
    done.extend(layers)
    W, b = done[0]
    for W_next, b_next in done[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    return W, b
