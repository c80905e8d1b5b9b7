# QR with column pivoting by hand: units that add nothing get the weight 0.
def fit_output_weights(X, y, W, b, g, ridge=0.0):
    Phi = g(X @ W + b)
    n = Phi.shape[1]
    A = np.vstack([Phi, np.sqrt(ridge) * np.eye(n)])
    target = np.append(y, np.zeros(n))
    rest, basis, chosen = A.copy(), [], []
    largest = np.linalg.norm(A, axis=0).max()
    while len(chosen) < n:
        lengths = np.linalg.norm(rest, axis=0)
        j = int(np.argmax(lengths))
        if lengths[j] <= 1e-11 * largest:
            break
        q = rest[:, j] / lengths[j]
        for _ in range(2):
            for p in basis:
                q = q - (p @ q) * p
            q = q / np.linalg.norm(q)
        basis.append(q)
        chosen.append(j)
        rest = rest - np.outer(q, q @ rest)
    Q = np.array(basis).T
    alpha = np.zeros(n)
    alpha[chosen] = np.linalg.solve(Q.T @ A[:, chosen], Q.T @ target)
    return alpha
