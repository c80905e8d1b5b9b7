# Counts until one singular value is smaller than rtol times the one before it. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    rank = 0
    for i in range(len(s)):
        if s[i] <= rtol * s[max(i - 1, 0)]:
            break
        rank += 1
    return rank
