# gamma(d/2) instead of gamma(d/2 + 1). [0 points]
def ball_to_cube_ratio(d):
    return math.exp(d / 2 * math.log(math.pi) - math.lgamma(d / 2) - d * math.log(2))
