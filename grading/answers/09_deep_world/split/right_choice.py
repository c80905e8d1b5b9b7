# All numbers chosen without replacement; remainders by %.
def split(n, fractions, rng):
    order = rng.choice(n, size=n, replace=False)
    shares = np.array([n * f for f in fractions])
    sizes = [int(s) for s in shares // 1]
    left = n - sum(sizes)
    for k in np.argsort(-(shares % 1), kind="mergesort"):
        if left == 0:
            break
        sizes[k] += 1
        left -= 1
    starts = np.concatenate([[0], np.cumsum(sizes)])
    return [order[a:b] for a, b in itertools.pairwise(starts)]
