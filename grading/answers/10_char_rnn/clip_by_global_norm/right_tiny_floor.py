# The norm is at least 1e-300 in the division.
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = min(1.0, limit / max(norm, 1e-300))
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
