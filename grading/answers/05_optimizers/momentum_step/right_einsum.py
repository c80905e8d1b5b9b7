# einsum over the two terms, then back to the type that came in.
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    new = np.einsum("k,k...->...", [beta1, 1 - beta1], np.stack([m, g]))
    step = np.multiply(new, -lr / (1 - beta1**t))
    dtype = np.asarray(theta).dtype
    return np.add(theta, step).astype(dtype), new.astype(dtype)
