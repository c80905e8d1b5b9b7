# 1 for the largest, 0 for the others. [0 points]
def softmax(Z, axis=-1):
    return (Z == Z.max(axis=axis, keepdims=True)).astype(Z.dtype)
