# float64 when clipped. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [grad * np.float64(factor) if factor < 1 else grad.copy() for grad in grads]
    return clipped, norm
