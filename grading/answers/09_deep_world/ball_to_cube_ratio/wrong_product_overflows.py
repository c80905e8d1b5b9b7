# The denominator becomes infinite long before the share is 0. [2 points]
def ball_to_cube_ratio(d):
    try:
        return math.pi ** (d / 2) / (math.gamma(d / 2 + 1) * 2.0**d)
    except OverflowError:
        return 0.0
