# The norm of one long float64 vector; divides by at least one.
def clip_by_global_norm(grads, limit):
    everything = np.concatenate([grad.ravel().astype(float) for grad in grads])
    norm = np.linalg.norm(everything)
    divisor = max(1.0, norm / limit)
    return [(grad / divisor).astype(grad.dtype) for grad in grads], norm
