# The recursion for odd dimensions starts at pi/4. [1 point]
def ball_to_cube_ratio(d):
    ratio = math.pi / 4
    for k in range(3 if d % 2 else 4, d + 1, 2):
        ratio *= math.pi / (2 * k)
    return ratio
