# Computed with seven digits. [0 points]
def ball_to_cube_ratio(d):
    from scipy.special import gammaln

    d = np.float32(d)
    return np.exp(d / 2 * np.log(np.float32(np.pi)) - gammaln(d / 2 + 1) - d * np.log(np.float32(2)))
