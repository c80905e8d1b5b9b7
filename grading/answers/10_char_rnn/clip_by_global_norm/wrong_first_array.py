# The norm of the first array. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(np.sum(grads[0].astype(np.float64) ** 2))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
