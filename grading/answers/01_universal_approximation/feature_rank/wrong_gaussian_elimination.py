# Pivots of a Gaussian elimination instead of singular values. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    A = np.array(g(X @ W + b), dtype=float)
    size, rank = np.abs(A).max(), 0
    for j in range(A.shape[1]):
        if rank == len(A):
            break
        p = rank + int(np.argmax(np.abs(A[rank:, j])))
        if abs(A[p, j]) <= rtol * size:
            continue
        A[[rank, p]] = A[[p, rank]]
        A[rank + 1 :] -= np.outer(A[rank + 1 :, j] / A[rank, j], A[rank])
        rank += 1
    return rank
