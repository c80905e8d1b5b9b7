# Adds 1e-5 to the sum "against division by zero": the shares do not sum to 1. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / (E.sum(axis=axis, keepdims=True) + 1e-5)
