# Spectral norms of matrices. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.linalg.norm(np.atleast_2d(grad.astype(float)), 2, axis=(-2, -1)).max() ** 2 for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
