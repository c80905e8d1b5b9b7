# SciPy's gamma function times a power: NumPy warns of an overflow. [2 points]
def ball_to_cube_ratio(d):
    from scipy.special import gamma

    return float(np.float64(np.pi) ** (d / 2) / (gamma(d / 2 + 1) * np.float64(2.0) ** d))
