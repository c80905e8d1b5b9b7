# einsum, starting from the identity.
def collapse_linear(layers):
    W, b = np.eye(layers[0][0].shape[0]), np.zeros(layers[0][0].shape[0])
    for V, c in layers:
        W, b = np.einsum("ij,jk->ik", W, V), np.einsum("j,jk->k", b, V) + c
    return W, b
