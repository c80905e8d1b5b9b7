# Brings the axis to the end, and back.
def softmax(Z, axis=-1):
    Y = np.moveaxis(Z, axis, -1)
    E = np.exp(Y - Y.max(axis=-1)[..., None])
    return np.moveaxis(E / E.sum(axis=-1)[..., None], -1, axis)
