# First all B, then all gradients; einsum; a tuple of lists.
def backward(dlogits, params, cache, g_prime):
    L = len(params)
    B = [None] * L
    B[-1] = np.asarray(dlogits)
    for j in range(L - 2, -1, -1):
        B[j] = g_prime(cache[j][1]) * np.einsum("kn,mn->km", B[j + 1], params[j + 1][0])
    return tuple([np.einsum("km,kn->mn", cache[j][0], B[j]), B[j].sum(0)] for j in range(L))
