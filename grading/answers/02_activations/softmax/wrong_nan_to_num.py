# Repairs the nan afterwards. [2 points]
def softmax(Z, axis=-1):
    with np.errstate(all="ignore"):
        E = np.exp(Z)
        return np.nan_to_num(E / E.sum(axis=axis, keepdims=True))
