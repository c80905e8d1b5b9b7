# Takes the weights as (n_out, n_in), as in many textbooks. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W_next.T @ W, W_next.T @ b + b_next
    return W, b
