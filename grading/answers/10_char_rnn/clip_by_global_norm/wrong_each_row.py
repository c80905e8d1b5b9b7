# Each row by its own norm. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [(grad * np.minimum(1, limit / np.maximum(1e-300, np.sqrt(np.sum(grad.astype(float) ** 2, axis=-1, keepdims=True))))).astype(grad.dtype) for grad in grads]
    return clipped, norm
