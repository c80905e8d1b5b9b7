# Powers of 2 instead of e. [0 points]
def softmax(Z, axis=-1):
    E = 2.0 ** (Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
