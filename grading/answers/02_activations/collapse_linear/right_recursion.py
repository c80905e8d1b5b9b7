# Collapses the rest first, then the first layer into it.
def collapse_linear(layers):
    (W, b), *rest = layers
    if not rest:
        return W, b
    W_rest, b_rest = collapse_linear(rest)
    return W @ W_rest, b @ W_rest + b_rest
