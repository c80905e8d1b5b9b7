# The clipped arrays become float32. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(np.float32) for grad in grads]
    return clipped, norm
