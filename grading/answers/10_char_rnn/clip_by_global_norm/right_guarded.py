# min(1, limit / norm) with a guard against a norm of zero.
def clip_by_global_norm(grads, limit):
    total = 0.0
    for grad in grads:
        total += np.square(grad, dtype=np.float64).sum()
    norm = total**0.5
    factor = min(1.0, limit / norm) if norm > 0 else 1.0
    return [np.multiply(grad, factor).astype(grad.dtype, copy=False) for grad in grads], norm
