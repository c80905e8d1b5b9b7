# Shift, exponentiate, normalise on a copy.
def softmax(Z, axis=-1):
    E = np.array(Z)
    E -= np.amax(E, axis=axis, keepdims=True)
    np.exp(E, out=E)
    E /= np.sum(E, axis=axis, keepdims=True)
    return E
