# Formula (2), two dimensions at a time.
def ball_to_cube_ratio(d):
    ratio = 1.0 if d % 2 == 1 else math.pi / 4
    for k in range(3 if d % 2 == 1 else 4, d + 1, 2):
        ratio *= math.pi / (2 * k)
    return ratio
