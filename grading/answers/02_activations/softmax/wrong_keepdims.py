# keepdims missing. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis))
    return E / E.sum(axis=axis)
