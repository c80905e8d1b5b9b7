# multi_dot wants two matrices: fails for a single layer. [0 points]
def collapse_linear(layers):
    b = layers[0][1]
    for W_next, b_next in layers[1:]:
        b = b @ W_next + b_next
    return np.linalg.multi_dot([W for W, _ in layers]), b
