# Never smaller than 1e-300. [2 points]
def ball_to_cube_ratio(d):
    log_ratio = d / 2 * math.log(math.pi) - math.lgamma(d / 2 + 1) - d * math.log(2)
    return max(math.exp(log_ratio), 1e-300)
