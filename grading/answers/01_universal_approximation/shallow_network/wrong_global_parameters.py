# Uses its inputs, but the notebook's W, b and alpha. [0 points]
def shallow_network(X, weights, biases, coefficients, g):
    return g(X @ W + b) @ alpha
