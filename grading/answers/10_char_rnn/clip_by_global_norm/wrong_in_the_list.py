# New arrays in the old list. [1 point]
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(sum(np.sum(grad.astype(np.float64) ** 2) for grad in grads))
    if norm > limit:
        for k in range(len(grads)):
            grads[k] = (grads[k] * (limit / norm)).astype(grads[k].dtype)
    return grads, norm
