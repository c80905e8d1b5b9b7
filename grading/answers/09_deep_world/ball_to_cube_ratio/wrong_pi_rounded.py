# pi with five digits. [0 points]
def ball_to_cube_ratio(d):
    return math.exp(d / 2 * math.log(3.14159) - math.lgamma(d / 2 + 1) - d * math.log(2))
