# Multiplies into its input dlogits, in place. [0 points]
def backward(dlogits, params, cache, g_prime):
    grads = [(cache[-1][0].T @ dlogits, dlogits.sum(axis=0))]
    B = dlogits
    for j in range(len(params) - 1, 0, -1):
        B = (B @ params[j][0].T) * g_prime(cache[j - 1][1])
        grads.insert(0, (cache[j - 1][0].T @ B, B.sum(axis=0)))
    dlogits *= 0
    return grads
