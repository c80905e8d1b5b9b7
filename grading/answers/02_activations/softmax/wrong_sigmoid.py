# Normalised sigmoids. [0 points]
def softmax(Z, axis=-1):
    S = sigmoid(Z)
    return S / S.sum(axis=axis, keepdims=True)
