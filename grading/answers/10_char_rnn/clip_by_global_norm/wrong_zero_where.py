# np.where divides in both cases. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = np.where(norm > limit, limit / norm, 1.0)
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
