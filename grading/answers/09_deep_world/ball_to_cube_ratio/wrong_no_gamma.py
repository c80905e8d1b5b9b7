# The slides' expression, without the gamma function. [0 points]
def ball_to_cube_ratio(d):
    return math.pi ** (d / 2) / 2**d
