# Infinite divided by infinite: NaN for 1000 dimensions. [2 points]
def ball_to_cube_ratio(d):
    from scipy.special import gamma

    with np.errstate(all="ignore"):
        return float(np.exp(-d * np.log(2)) * np.pi ** (d / 2) * gamma(d / 2 + 1) / gamma(d / 2 + 1) ** 2)
