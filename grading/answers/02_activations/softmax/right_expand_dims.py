# expand_dims instead of keepdims.
def softmax(Z, axis=-1):
    E = np.exp(Z - np.expand_dims(Z.max(axis), axis))
    return E / np.expand_dims(E.sum(axis), axis)
