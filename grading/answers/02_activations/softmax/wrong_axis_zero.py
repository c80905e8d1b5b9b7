# Always along axis 0. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)
