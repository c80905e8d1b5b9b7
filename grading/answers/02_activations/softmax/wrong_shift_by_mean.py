# Subtracts the mean instead of the maximum. [2 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.mean(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
