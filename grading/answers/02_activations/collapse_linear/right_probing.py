# Sends zeros through the layers for the bias, unit vectors for the rows of W.
def collapse_linear(layers):
    def network(X):
        for W, b in layers:
            X = X @ W + b
        return X

    n_in = layers[0][0].shape[0]
    b = network(np.zeros((1, n_in)))[0]
    return network(np.eye(n_in)) - b, b
