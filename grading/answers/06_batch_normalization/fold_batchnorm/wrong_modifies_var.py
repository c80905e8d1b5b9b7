# `var += eps` changes the input. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    var += eps
    np.sqrt(var, out=var)
    factor = gamma / var
    return W * factor, (b - mean) * factor + beta
