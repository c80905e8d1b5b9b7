# Loop ends one layer early when there are three or more. [0 points]
def collapse_linear(layers):
    W, b = layers[0]
    for i in range(1, max(len(layers) - 1, min(len(layers), 2))):
        W, b = W @ layers[i][0], b @ layers[i][0] + layers[i][1]
    return W, b
