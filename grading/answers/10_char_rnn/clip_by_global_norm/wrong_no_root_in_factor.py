# The factor divides by the squared norm. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm**2
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
