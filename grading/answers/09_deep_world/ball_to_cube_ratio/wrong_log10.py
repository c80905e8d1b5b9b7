# log10 mixed with the natural exponential. [0 points]
def ball_to_cube_ratio(d):
    return math.exp(d / 2 * math.log10(math.pi) - math.lgamma(d / 2 + 1) - d * math.log10(2))
