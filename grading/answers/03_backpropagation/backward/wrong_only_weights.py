# Weights only, no biases. [0 points]
def backward(dlogits, params, cache, g_prime):
    B, grads = dlogits, []
    for j in range(len(params) - 1, -1, -1):
        (W, b), (A, Z) = params[j], cache[j]
        grads.append((A.T @ B, B.sum(axis=0)))
        if j > 0:
            B = (B @ W.T) * g_prime(cache[j - 1][1])
    return [dW for dW, _ in grads[::-1]]
