# Scaled by the largest entry, so that no square can overflow, in any type.
def clip_by_global_norm(grads, limit):
    largest = max(float(np.abs(grad).max()) for grad in grads)
    if largest == 0:
        return [np.zeros_like(grad) for grad in grads], 0.0
    squares = sum(float(np.sum((grad.astype(float) / largest) ** 2)) for grad in grads)
    norm = largest * np.sqrt(squares)
    scale = 1.0 if norm <= limit else limit / norm
    return [(grad.astype(float) * scale).astype(grad.dtype) for grad in grads], float(norm)
