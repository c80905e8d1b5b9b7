# A millionth is added to the norm. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = min(1.0, limit / (norm + 1e-6))
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
