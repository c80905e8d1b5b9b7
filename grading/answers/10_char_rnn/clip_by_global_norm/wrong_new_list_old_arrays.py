# A new list of the old arrays, scaled in place. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    clipped = list(grads)
    if norm > limit:
        for grad in clipped:
            grad *= limit / norm
    return clipped, norm
