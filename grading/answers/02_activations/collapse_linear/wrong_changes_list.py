# Right numbers, but empties the list it was given. [0 points]
def collapse_linear(layers):
    W, b = layers.pop(0)
    while layers:
        W_next, b_next = layers.pop(0)
        W, b = W @ W_next, b @ W_next + b_next
    return W, b
