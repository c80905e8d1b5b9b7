# Right numbers, but subtracts the maximum in place. [1 point]
def softmax(Z, axis=-1):
    Z -= Z.max(axis=axis, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=axis, keepdims=True)
