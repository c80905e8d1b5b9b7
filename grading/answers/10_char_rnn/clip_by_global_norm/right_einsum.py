# Dot products; a new array is scaled in place.
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.vdot(grad.astype(float), grad.astype(float)) for grad in grads))
    clipped = [np.array(grad, copy=True) for grad in grads]
    if norm > limit:
        for grad in clipped:
            grad *= limit / norm
    return clipped, norm
