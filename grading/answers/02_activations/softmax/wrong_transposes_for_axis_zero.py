# Axis 0 by transposition, all others as the last one: wrong for three axes. [1 point]
def softmax(Z, axis=-1):
    if axis == 0:
        return softmax(Z.T).T
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)
