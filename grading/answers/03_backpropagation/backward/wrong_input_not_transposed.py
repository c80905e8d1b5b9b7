# dW without the transpose of the input. [0 points]
def backward(dlogits, params, cache, g_prime):
    grads, B = [], dlogits
    for j in reversed(range(len(params))):
        grads.insert(0, (cache[j][0] @ B, B.sum(axis=0)))
        if j > 0:
            B = g_prime(cache[j - 1][1]) * (B @ params[j][0].T)
    return grads
