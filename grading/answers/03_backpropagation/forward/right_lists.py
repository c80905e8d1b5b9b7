# Inputs and pre-activations in two lists, zipped at the end.
def forward(X, params, g):
    inputs, sums = [X], []
    for W, b in params:
        sums.append(inputs[-1] @ W + b)
        inputs.append(g(sums[-1]))
    return sums[-1], list(zip(inputs, sums))
