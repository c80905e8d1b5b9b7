# Clips the logits at 700: large ones become equal. [2 points]
def softmax(Z, axis=-1):
    E = np.exp(np.clip(Z, -700, 700))
    return E / E.sum(axis=axis, keepdims=True)
