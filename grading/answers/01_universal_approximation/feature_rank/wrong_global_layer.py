# Uses its inputs, but the notebook's W and b. [0 points]
def feature_rank(X, weights, biases, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
