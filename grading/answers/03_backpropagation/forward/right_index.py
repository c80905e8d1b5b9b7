# By index, with the last layer after the loop.
def forward(X, params, g):
    A, pairs = X, []
    for j in range(len(params) - 1):
        Z = A @ params[j][0] + params[j][1]
        pairs.append((A, Z))
        A = g(Z)
    W, b = params[-1]
    out = A @ W + b
    pairs.append((A, out))
    return out, pairs
