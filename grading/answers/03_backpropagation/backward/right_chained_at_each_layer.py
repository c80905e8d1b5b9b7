# g_prime is applied on arrival, except in the last layer.
def backward(dlogits, params, cache, g_prime):
    L = len(params)
    P, grads = None, [None] * L
    for j in range(L)[::-1]:
        A, Z = cache[j]
        B = dlogits if j == L - 1 else g_prime(Z) * P
        grads[j] = (np.dot(A.T, B), np.sum(B, axis=0))
        P = np.dot(B, params[j][0].T)
    return grads
