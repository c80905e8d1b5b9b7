# Pure Python with three loops; numbers become one-entry arrays only for g.
def shallow_network(X, W, b, alpha, g):
    outputs = []
    for k in range(len(X)):
        total = 0.0
        for i in range(len(alpha)):
            z = float(b[i])
            for j in range(len(W)):
                z += float(X[k][j]) * float(W[j][i])
            total += float(alpha[i]) * float(g(np.array([z]))[0])
        outputs.append(total)
    return np.array(outputs)
