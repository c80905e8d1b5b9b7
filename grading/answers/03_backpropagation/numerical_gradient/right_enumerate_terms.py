# np.ndenumerate, both values in a list of lists.
def numerical_gradient(f, theta, eps=1e-5):
    start = np.asarray(theta).astype("float64")
    gradient = np.zeros_like(start)
    for place, value in np.ndenumerate(start):
        nudged = start.copy()
        values = []
        for number in (value - eps, value + eps):
            nudged[place] = number
            values.append(float(f(nudged.copy())))
        gradient[place] = np.diff(values)[0] / (2 * eps)
    return gradient
