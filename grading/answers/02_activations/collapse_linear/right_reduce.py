# functools.reduce over pairs.
from functools import reduce


def collapse_linear(layers):
    return reduce(lambda one, two: (one[0] @ two[0], one[1] @ two[0] + two[1]), layers)
