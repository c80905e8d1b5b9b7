# Both volumes instead of their ratio. [0 points]
def ball_to_cube_ratio(d):
    return math.pi ** (d / 2) * math.exp(-math.lgamma(d / 2 + 1)), 2.0**d
