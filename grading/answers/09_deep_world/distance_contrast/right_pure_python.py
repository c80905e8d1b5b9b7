# Pure Python with math.dist.
def distance_contrast(X, rng, n_queries=50):
    points = [tuple(map(float, row)) for row in X]
    asking = list(range(len(points)))
    rng.shuffle(asking)
    total, asked = 0.0, 0
    for i in asking[:n_queries]:
        nearest, farthest = math.inf, 0.0
        for j, other in enumerate(points):
            if j == i:
                continue
            distance = math.dist(points[i], other)
            nearest, farthest = min(nearest, distance), max(farthest, distance)
        total, asked = total + nearest / farthest, asked + 1
    return total / asked
