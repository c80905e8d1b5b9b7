# w minus what is clipped; the Gram matrix once.
def soft_threshold(w, t):
    return w - np.clip(w, -t, t)


def lasso_ista(X, y, lam, n_steps):
    gram, pull = X.T @ X, X.T @ y
    alpha = 1 / np.linalg.eigvalsh(gram)[-1]
    w = np.zeros(len(pull))
    while n_steps > 0:
        w = soft_threshold(w + alpha * (pull - gram @ w), alpha * lam)
        n_steps -= 1
    return w
