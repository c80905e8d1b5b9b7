# Exponentials without the sum. [0 points]
def softmax(Z, axis=-1):
    return np.exp(Z - Z.max(axis=axis, keepdims=True))
