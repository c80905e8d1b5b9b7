# Newton's method on the quadratic equation.
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    noise, alpha = M / batch_size, 1e-12
    A, B = noise + mu**2 * radius2, 2 * mu * radius2
    alpha = B / A
    for _ in range(3):
        alpha = alpha - (A * alpha**2 - B * alpha) / (2 * A * alpha - B)
    return float(min([alpha, 2 / (L + mu)]))
