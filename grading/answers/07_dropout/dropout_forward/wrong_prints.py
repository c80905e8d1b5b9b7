# Prints Y and the mask. [1 point]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return print(X)
    mask = ((rng.random(X.shape) >= rate) / (1 - rate)).astype(X.dtype)
    print(X * mask, mask)


def dropout_backward(dY, mask):
    return dY * mask
