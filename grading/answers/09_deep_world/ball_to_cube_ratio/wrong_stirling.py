# Stirling's approximation of the gamma function. [0 points]
def ball_to_cube_ratio(d):
    z = d / 2
    log_gamma = z * math.log(z) - z + 0.5 * math.log(2 * math.pi * z)
    return math.exp(z * math.log(math.pi) - log_gamma - d * math.log(2))
