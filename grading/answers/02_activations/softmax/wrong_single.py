# float32 for everything. [0 points]
def softmax(Z, axis=-1):
    Z = np.asarray(Z, dtype=np.float32)
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
