# The norm of the norms; a Python float as factor keeps the types.
def clip_by_global_norm(grads, limit):
    norm = 0.0
    for grad in grads:
        norm = float(np.hypot(norm, np.linalg.norm(grad.astype(np.float64))))
    if norm <= limit:
        return [grad.copy() for grad in grads], norm
    return [grad * (limit / norm) for grad in grads], norm
