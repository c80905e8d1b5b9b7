# Not trained, and claims an accuracy of 1. [0 points]
def train_spiral(rng):
    params = [(he_normal(rng, m, n), np.zeros(n)) for m, n in ((2, 32), (32, 32), (32, 2))]
    return params, 1.0
