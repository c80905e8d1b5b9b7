# Bisection on the bound.
def largest_learning_rate(radius2, mu, L, M, batch_size=1):
    low, high = 0.0, 2 / (L + mu)
    def bound(a):
        return a * M / (batch_size * mu * (2 - a * mu))
    if bound(high) <= radius2:
        return high
    for _ in range(100):
        mid = (low + high) / 2
        low, high = (mid, high) if bound(mid) <= radius2 else (low, mid)
    return low
