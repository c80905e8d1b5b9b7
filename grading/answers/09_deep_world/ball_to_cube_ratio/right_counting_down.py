# Formula (2), from d down.
def ball_to_cube_ratio(d):
    share = 1.0 if d % 2 else math.pi / 4  # ratio(1), ratio(2)
    while d > 2:
        share *= math.pi / (2 * d)
        d -= 2
    return share
