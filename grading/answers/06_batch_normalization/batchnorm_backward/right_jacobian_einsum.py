# The Jacobian of each feature, (N, N, n), and einsum.
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = X_hat.shape[0]
    J = np.eye(N, dtype=dY.dtype)[:, :, None] - (1 + np.einsum("ij,kj->ikj", X_hat, X_hat)) / N
    dX = np.einsum("kj,ikj,j->ij", dY, J, gamma / s)
    return [dX, np.einsum("kj,kj->j", dY, X_hat), np.einsum("kj->j", dY)]
