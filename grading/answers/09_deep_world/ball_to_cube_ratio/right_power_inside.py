# Factor by factor, the power shared out, so that nothing is large or small.
def ball_to_cube_ratio(d):
    half = math.sqrt(math.pi) / 2
    log_gamma, z = (0.0, 1.0) if d % 2 == 0 else (math.log(math.sqrt(math.pi)), 0.5)
    while z < d / 2 + 1:
        log_gamma += math.log(z)
        z += 1
    return math.e ** (d * math.log(half) - log_gamma)
