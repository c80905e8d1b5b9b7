# Loops over all entries, math.fsum.
import math


def clip_by_global_norm(grads, limit):
    squares = []
    for grad in grads:
        for value in grad.ravel():
            squares.append(float(value) ** 2)
    norm = math.sqrt(math.fsum(squares))
    clipped = []
    for grad in grads:
        new = np.empty_like(grad)
        for place, value in np.ndenumerate(grad):
            new[place] = float(value) * limit / norm if norm > limit else value
        clipped.append(new)
    return clipped, norm
