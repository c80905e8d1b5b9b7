# The recursion for even dimensions starts at 1: odd ones are right. [1 point]
def ball_to_cube_ratio(d):
    ratio = 1.0
    for k in range(3 if d % 2 else 4, d + 1, 2):
        ratio *= math.pi / (2 * k)
    return ratio
