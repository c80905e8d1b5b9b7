# Sends unit vectors through the layers and forgets to subtract the bias from the rows. [0 points]
def collapse_linear(layers):
    n_in = layers[0][0].shape[0]
    rows, b = np.eye(n_in), np.zeros(n_in)
    for W_next, b_next in layers:
        rows, b = rows @ W_next + b_next, b @ W_next + b_next
    return rows, b
