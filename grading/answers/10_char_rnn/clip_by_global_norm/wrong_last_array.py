# The norm is overwritten in the loop: that of the last array. [0 points]
def clip_by_global_norm(grads, limit):
    norm = 0.0
    for grad in grads:
        norm = np.sqrt(np.sum(grad.astype(np.float64) ** 2))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
