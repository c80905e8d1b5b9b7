# 0 a little too early. [2 points]
def ball_to_cube_ratio(d):
    if d > 316:
        return 0.0
    return math.exp(d / 2 * math.log(math.pi) - math.lgamma(d / 2 + 1) - d * math.log(2))
