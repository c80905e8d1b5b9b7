# Multiplies from left to right; a list instead of a tuple, which unpacks alike.
def collapse_linear(layers):
    W, b = layers[0]
    for i in range(1, len(layers)):
        W = np.dot(W, layers[i][0])
        b = np.dot(b, layers[i][0]) + layers[i][1]
    return [W, b]
