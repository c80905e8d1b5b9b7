# exp(-z), as in physics. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z.min(axis=axis, keepdims=True) - Z)
    return E / E.sum(axis=axis, keepdims=True)
