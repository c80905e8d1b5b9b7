# The ball's volume, not divided by the cube's. [0 points]
def ball_to_cube_ratio(d):
    return math.exp(d / 2 * math.log(math.pi) - math.lgamma(d / 2 + 1))
