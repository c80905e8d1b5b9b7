# Entries beyond 1e15 are cut before the norm. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(np.clip(grad, -1e15, 1e15).astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
