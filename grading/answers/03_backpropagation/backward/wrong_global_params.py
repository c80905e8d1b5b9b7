# Uses the notebook's params and cache instead of its arguments. [0 points]
def backward(dlogits, layers, kept, g_prime):
    B, grads = dlogits, []
    for j in range(len(params) - 1, -1, -1):
        grads.insert(0, (cache[j][0].T @ B, B.sum(axis=0)))
        if j > 0:
            B = (B @ params[j][0].T) * g_prime(cache[j - 1][1])
    return grads
