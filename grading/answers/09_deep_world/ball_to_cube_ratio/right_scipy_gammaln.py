# SciPy's logarithm of the gamma function, and NumPy's exponential.
def ball_to_cube_ratio(d):
    from scipy.special import gammaln

    return np.exp(d * np.log(np.pi) / 2 - gammaln(1 + d / 2) - d * np.log(2))
