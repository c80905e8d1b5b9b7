# Slow, plain Python on one line after the other.
import math


def softmax(Z, axis=-1):
    lines = np.moveaxis(Z, axis, -1)
    P = np.empty(lines.shape, lines.dtype)
    for index in np.ndindex(lines.shape[:-1]):
        numbers = lines[index].tolist()
        top = max(numbers)
        powers = [math.exp(number - top) for number in numbers]
        P[index] = [power / math.fsum(powers) for power in powers]
    return np.moveaxis(P, -1, axis)
