# Computes everything in its input. [1 point]
def softmax(Z, axis=-1):
    Z -= Z.max(axis=axis, keepdims=True)
    np.exp(Z, out=Z)
    Z /= Z.sum(axis=axis, keepdims=True)
    return Z
