# An infinite norm gives a gradient of zeros. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(np.square(grad)) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm if np.isfinite(norm) else 0.0
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
