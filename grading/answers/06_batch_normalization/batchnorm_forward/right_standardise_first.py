# Uses exercise 1 for the statistics, and X_hat = z-score times std / s.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    old, rest = momentum, 1 - momentum
    if training:
        mean, std = standardize_fit(X)
        running_mean = old * running_mean + rest * mean
        running_var = old * running_var + rest * std**2
    else:
        mean, std = running_mean, np.sqrt(running_var)
    s = np.sqrt(std * std + eps)
    X_hat = standardize(X, mean, std) * (std / s)
    return beta + gamma * X_hat, (X_hat, s, gamma), running_mean, running_var
