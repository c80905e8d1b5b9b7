# Prints instead of returning. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    print(E / E.sum(axis=axis, keepdims=True))
