# A sum of logarithms of the factors of (2).
def ball_to_cube_ratio(d):
    first = d % 2 + 2
    log_ratio = math.log(math.pi / 4) if d % 2 == 0 else math.log(math.pi / 6)
    if d == 1:
        return 1.0
    for k in range(first + 2, d + 1, 2):
        log_ratio += math.log(math.pi) - math.log(2 * k)
    return math.exp(log_ratio)
