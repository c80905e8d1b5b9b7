# exp of the logarithm: shifted logits minus log of the sum.
def softmax(Z, axis=-1):
    S = Z - np.max(Z, axis=axis, keepdims=True)
    return np.exp(S - np.log(np.exp(S).sum(axis=axis, keepdims=True)))
