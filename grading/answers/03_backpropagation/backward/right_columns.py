# In columns, as in the slides, transposed at both ends.
def backward(dlogits, params, cache, g_prime):
    B, grads = dlogits.T, []
    for j in reversed(range(len(params))):
        alpha = cache[j][0].T
        grads = [(alpha @ B.T, B @ np.ones(B.shape[1]))] + grads
        if j:
            B = g_prime(cache[j - 1][1]).T * (params[j][0] @ B)
    return grads
