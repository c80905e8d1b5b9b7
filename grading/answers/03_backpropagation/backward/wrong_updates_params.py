# Takes a gradient step in the parameters, in place. [0 points]
def backward(dlogits, params, cache, g_prime):
    B, grads = dlogits, []
    for j in range(len(params) - 1, -1, -1):
        W, b = params[j]
        A = cache[j][0]
        grads.insert(0, (A.T @ B, B.sum(axis=0)))
        P = B @ W.T
        W -= 0.1 * grads[0][0]
        if j > 0:
            B = P * g_prime(cache[j - 1][1])
    return grads
