# Formula (2) by a function that calls itself.
def ball_to_cube_ratio(d):
    if d == 1:
        return 1.0
    if d == 2:
        return math.pi / 4
    return ball_to_cube_ratio(d - 2) * math.pi / (2 * d)
