# Empties a copy of the list; merges from the end.
def collapse_linear(layers):
    todo = list(layers)
    W, b = todo.pop()
    while todo:
        V, c = todo.pop()
        b = c @ W + b
        W = V @ W
    return W, b
