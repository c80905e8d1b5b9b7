# Uses the notebook's logits. [0 points]
def softmax(Z, axis=-1):
    E = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return E / E.sum(axis=axis, keepdims=True)
