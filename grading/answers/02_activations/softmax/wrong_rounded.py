# Rounded to four decimals. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return np.round(E / E.sum(axis=axis, keepdims=True), 4)
