# Divides by the Euclidean length instead of the sum. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / np.linalg.norm(E, axis=axis, keepdims=True)
