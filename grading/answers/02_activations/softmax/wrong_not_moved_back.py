# The axis is brought to the end and left there. [0 points]
def softmax(Z, axis=-1):
    Y = np.moveaxis(Z, axis, -1)
    E = np.exp(Y - Y.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)
