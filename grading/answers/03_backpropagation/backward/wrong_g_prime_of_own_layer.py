# g' at the pre-activation of the wrong layer: its own. [2 points]
def backward(dlogits, params, cache, g_prime):
    B, grads = dlogits, []
    for j in range(len(params) - 1, -1, -1):
        (W, b), (A, Z) = params[j], cache[j]
        grads.append((A.T @ B, B.sum(axis=0)))
        if j > 0:
            B = (B * g_prime(Z)) @ W.T
    return grads[::-1]
