# Gives f a list, not an array: fails for functions that compute with their argument. [0 points]
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    heights = f([a + i * h for i in range(n + 1)])
    slopes = [(heights[i + 1] - heights[i]) / h for i in range(n)]
    alpha = [slopes[0]] + [slopes[i] - slopes[i - 1] for i in range(1, n)]
    bias = [-(a + i * h) for i in range(n)]
    return np.ones(n), np.array(bias), np.array(alpha), heights[0]
