# Starts with a bias of zero: the first one is lost. [0 points]
def collapse_linear(layers):
    W = layers[0][0]
    b = np.zeros(W.shape[1])
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    return W, b
