# math.gamma, which overflows for d = 1000. [2 points]
def ball_to_cube_ratio(d):
    return math.pi ** (d / 2) / (math.gamma(d / 2 + 1) * 2**d)
