# Odd dimensions are refused. [1 point]
def ball_to_cube_ratio(d):
    if d % 2:
        raise ValueError("d must be even")
    ratio = math.pi / 4
    for k in range(4, d + 1, 2):
        ratio *= math.pi / (2 * k)
    return ratio
