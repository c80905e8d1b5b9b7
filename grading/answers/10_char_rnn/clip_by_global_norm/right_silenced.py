# The division by zero is silenced: min(1, infinity) is 1.
def clip_by_global_norm(grads, limit):
    norm = np.sqrt(np.sum([np.sum(grad.astype(float) ** 2) for grad in grads]))
    with np.errstate(divide="ignore"):
        factor = np.minimum(1.0, limit / norm)
    return list(map(lambda grad: np.asarray(grad * factor, dtype=grad.dtype), grads)), norm
