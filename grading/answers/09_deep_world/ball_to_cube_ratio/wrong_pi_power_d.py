# pi to the power d. [0 points]
def ball_to_cube_ratio(d):
    return math.exp(d * math.log(math.pi) - math.lgamma(d / 2 + 1) - d * math.log(2))
