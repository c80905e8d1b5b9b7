# The largest entry for the norm. [0 points]
def clip_by_global_norm(grads, limit):
    norm = max(np.abs(grad).max() for grad in grads)
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
