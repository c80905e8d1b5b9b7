# The factor of (2) for each dimension, not for every second. [0 points]
def ball_to_cube_ratio(d):
    ratio = 1.0
    for k in range(2, d + 1):
        ratio *= math.pi / (2 * k)
    return ratio
