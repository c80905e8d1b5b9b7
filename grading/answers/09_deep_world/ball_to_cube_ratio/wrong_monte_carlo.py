# Random points instead of the formula. [0 points]
def ball_to_cube_ratio(d):
    points = np.random.default_rng(0).uniform(-1, 1, size=(2000, d))
    return float(np.mean(np.sum(points**2, axis=1) < 1))
