# Returns the network as a function. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    return lambda x: np.interp(x, knots, heights)
