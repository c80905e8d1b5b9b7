# Squares in the gradient's own type: infinite. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
