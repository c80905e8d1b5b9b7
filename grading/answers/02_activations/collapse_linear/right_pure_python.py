# Slow, plain Python: lists and loops, arrays only at the end.
def collapse_linear(layers):
    W, b = [list(row) for row in layers[0][0]], list(layers[0][1])
    for V, c in layers[1:]:
        columns = range(len(V[0]))
        W = [[sum(row[j] * V[j][k] for j in range(len(V))) for k in columns] for row in W]
        b = [sum(b[j] * V[j][k] for j in range(len(V))) + c[k] for k in columns]
    return np.array(W), np.array(b)
