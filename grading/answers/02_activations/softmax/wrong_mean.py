# Divides by the mean instead of the sum. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.mean(axis=axis, keepdims=True)
