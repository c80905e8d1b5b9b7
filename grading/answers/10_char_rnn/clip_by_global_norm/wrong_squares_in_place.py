# The squares are written into the gradients. [0 points]
def clip_by_global_norm(grads, limit):
    total = 0.0
    for grad in grads:
        grad *= grad
        total += grad.sum()
    norm = np.sqrt(total)
    factor = limit / norm if norm > limit else 1.0
    return [np.sqrt(grad) * factor for grad in grads], norm
