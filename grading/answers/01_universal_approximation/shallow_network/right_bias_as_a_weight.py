# The bias becomes the weight of one more input that is always 1.
def shallow_network(X, W, b, alpha, g):
    with_one = np.hstack([X, np.ones((len(X), 1))])
    weights = np.vstack([W, b])
    return g(with_one @ weights).dot(alpha)
