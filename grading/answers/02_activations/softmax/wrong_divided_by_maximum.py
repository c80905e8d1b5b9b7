# Divides by the maximum instead of subtracting it. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z / np.abs(Z).max())
    return E / E.sum(axis=axis, keepdims=True)
