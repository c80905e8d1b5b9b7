# All factors of (2) in one product.
def ball_to_cube_ratio(d):
    start = 1.0 if d % 2 else np.pi / 4
    return float(start * np.prod(np.pi / (2.0 * np.arange(3 + (d % 2 == 0), d + 1, 2))))
