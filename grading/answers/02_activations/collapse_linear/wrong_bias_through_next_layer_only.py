# Every bias goes through the next layer only: right for two layers. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for (_, before), (W_next, b_next) in zip(layers, layers[1:]):
        W = W @ W_next
        b = before @ W_next + b_next
    return W, b
