# Computes in float32. [0 points]
def collapse_linear(layers):
    W, b = (part.astype(np.float32) for part in layers[0])
    for W_next, b_next in layers[1:]:
        V, c = W_next.astype(np.float32), b_next.astype(np.float32)
        W, b = W @ V, b @ V + c
    return W, b
