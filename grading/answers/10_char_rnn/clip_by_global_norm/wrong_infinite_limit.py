# limit / max(norm, limit): NaN for the limit infinity. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = limit / np.maximum(norm, limit)
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
