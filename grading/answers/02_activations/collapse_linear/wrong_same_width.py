# Starts from an identity of the output's size: fits only where n_in = n_out. [0 points]
def collapse_linear(layers):
    n = layers[-1][0].shape[1]
    W, b = np.eye(n), np.zeros(n)
    for W_next, b_next in layers:
        W, b = W @ W_next, b @ W_next + b_next
    return W, b
