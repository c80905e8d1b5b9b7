# Each array by its own norm. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = 1.0
    if norm > limit:
        factor = limit / norm
    clipped = [grad * min(1, limit / max(np.linalg.norm(grad.astype(float)), 1e-300)) for grad in grads]
    return clipped, norm
