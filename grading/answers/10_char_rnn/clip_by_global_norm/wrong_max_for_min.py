# max(1, limit / norm). [0 points]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    factor = max(1.0, limit / max(norm, 1e-300))
    clipped = [(factor * grad).astype(grad.dtype) for grad in grads]
    return clipped, norm
