# Returns the logarithm of the softmax. [0 points]
def softmax(Z, axis=-1):
    S = Z - Z.max(axis=axis, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=axis, keepdims=True))
