# Biases dropped. [0 points]
def collapse_linear(layers):
    W = layers[0][0]
    for W_next, _ in layers[1:]:
        W = W @ W_next
    return W, np.zeros(W.shape[1])
