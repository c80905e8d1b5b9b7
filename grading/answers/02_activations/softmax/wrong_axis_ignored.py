# axis ignored: always the last one. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)
