# grad *= factor. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    if norm > limit:
        for grad in grads:
            grad *= limit / norm
    return grads, norm
