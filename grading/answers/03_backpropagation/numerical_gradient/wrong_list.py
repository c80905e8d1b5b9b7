# Right for vectors only, as a list. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    return [(f(theta + eps * e) - f(theta - eps * e)) / (2 * eps) for e in np.eye(len(theta))]
