# All arrays get the type of the first one. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = limit / norm if norm > limit else 1.0
    return [(grad * factor).astype(grads[0].dtype) for grad in grads], norm
