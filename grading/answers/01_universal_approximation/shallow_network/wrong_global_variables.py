# Uses the notebook's X, W, b and alpha instead of its arguments. [0 points]
def shallow_network(inputs, weights, biases, coefficients, g):
    return g(X @ W + b) @ alpha
