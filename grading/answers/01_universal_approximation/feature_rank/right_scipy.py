# SciPy's singular values, counted as the length of a list.
from scipy.linalg import svdvals


def feature_rank(X, W, b, g, rtol=1e-8):
    sigma = svdvals(g(X @ W + b))
    return len([s for s in sigma if s > rtol * max(sigma)])
