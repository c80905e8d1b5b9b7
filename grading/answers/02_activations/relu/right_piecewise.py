# np.piecewise and lambdas; the ReLU as a leaky ReLU with slope 0.
leaky_relu = lambda z, slope=0.01: np.piecewise(z, [z > 0], [lambda t: t, lambda t: slope * t])
leaky_relu_prime = lambda z, slope=0.01: np.piecewise(z, [z > 0], [1, slope])
relu = lambda z: leaky_relu(z, 0)
relu_prime = lambda z: leaky_relu_prime(z, slope=0)
elu = lambda z, alpha=1.0: np.piecewise(z, [z > 0], [lambda t: t, lambda t: alpha * np.expm1(t)])
elu_prime = lambda z, alpha=1.0: np.piecewise(z, [z > 0], [1, lambda t: alpha * np.exp(t)])
