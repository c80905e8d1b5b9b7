# The factor of (2) without the 2. [0 points]
def ball_to_cube_ratio(d):
    ratio = 1.0 if d % 2 else math.pi / 4
    for k in range(3 if d % 2 else 4, d + 1, 2):
        ratio *= math.pi / k
    return ratio
