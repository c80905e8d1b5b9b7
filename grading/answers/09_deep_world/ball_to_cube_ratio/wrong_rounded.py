# The result is rounded to six decimals. [0 points]
def ball_to_cube_ratio(d):
    return round(math.exp(d / 2 * math.log(math.pi) - math.lgamma(d / 2 + 1) - d * math.log(2)), 6)
