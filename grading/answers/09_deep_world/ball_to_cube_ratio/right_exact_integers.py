# Whole factorials, kept as exact fractions until the end.
from fractions import Fraction


def ball_to_cube_ratio(d):
    k = d // 2
    if d % 2 == 0:
        rational = Fraction(1, 4**k * math.factorial(k))
    else:
        rational = Fraction(math.factorial(k), math.factorial(d))
    mantissa, exponent = rational, 0
    while mantissa < 1:  # scaled by powers of two: a float holds it
        mantissa, exponent = mantissa * 2**64, exponent + 64
    log_ratio = math.log(float(mantissa)) - exponent * math.log(2) + k * math.log(math.pi)
    return math.exp(log_ratio)
