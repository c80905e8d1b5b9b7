# Uses the notebook's X, W and b instead of its arguments. [0 points]
def feature_rank(inputs, weights, biases, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
