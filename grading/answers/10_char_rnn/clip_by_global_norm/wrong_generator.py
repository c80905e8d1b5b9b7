# A generator, used up after one reading. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = ((factor * grad).astype(grad.dtype) for grad in grads)
    return clipped, norm
