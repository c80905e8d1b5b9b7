# Overwrites W before the bias uses it: the bias goes through the product. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W = W @ W_next
        b = b @ W + b_next
    return W, b
