# nan_to_num for a gradient of zeros, with a warning. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = np.nan_to_num(np.minimum(limit, norm) / norm, nan=1.0)
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
