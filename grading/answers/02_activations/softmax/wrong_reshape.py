# Brings the axis to the end by reshape, which does not move anything. [0 points]
def softmax(Z, axis=-1):
    Y = Z.reshape(-1, Z.shape[axis])
    E = np.exp(Y - Y.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True)).reshape(Z.shape)
