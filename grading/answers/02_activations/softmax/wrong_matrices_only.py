# Columns by transposition: matrices only. [1 point]
def softmax(Z, axis=-1):
    if axis == 0:
        return softmax(Z.T).T
    E = np.exp(Z - Z.max(axis=1)[:, None])
    return E / E.sum(axis=1)[:, None]
