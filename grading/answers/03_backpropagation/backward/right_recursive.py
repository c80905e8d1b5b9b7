# Recursive, from the first layer up.
def backward(dlogits, params, cache, g_prime):
    def below(j):
        if j == len(params) - 1:
            return dlogits, []
        B, grads = below(j + 1)
        grads = [pair(B, j + 1)] + grads
        return (B @ params[j + 1][0].T) * g_prime(cache[j][1]), grads

    def pair(B, j):
        return cache[j][0].T @ B, np.ones(len(B)) @ B

    B, grads = below(0)
    return [pair(B, 0)] + grads
