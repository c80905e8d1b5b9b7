# 0 above 100 dimensions. [2 points]
def ball_to_cube_ratio(d):
    if d > 100:
        return 0.0
    return math.pi ** (d / 2) / math.gamma(d / 2 + 1) / 2**d
