# math.gamma as far as it goes: beyond, the share is below 1e-307.
def ball_to_cube_ratio(d):
    try:
        return (math.sqrt(math.pi) / 2) ** d / math.gamma(d / 2 + 1)
    except OverflowError:
        return 0.0
