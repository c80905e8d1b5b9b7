# The recursion has no start for odd dimensions. [1 point]
def ball_to_cube_ratio(d):
    if d == 2:
        return math.pi / 4
    if d < 1:
        raise ValueError("d must be positive")
    return ball_to_cube_ratio(d - 2) * math.pi / (2 * d)
