# Returns inside of the loop, after the first array. [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = limit / norm if norm > limit else 1.0
    clipped = []
    for grad in grads:
        clipped.append((grad * factor).astype(grad.dtype))
        return clipped, norm
