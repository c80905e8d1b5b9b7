# Each layer as one matrix [[W, 0], [b, 1]]; their product holds both results.
def collapse_linear(layers):
    product = None
    for W, b in layers:
        corner = np.concatenate([np.zeros(len(W)), [1.0]])[:, None]
        block = np.hstack([np.vstack([W, b]), corner])
        product = block if product is None else product @ block
    return product[:-1, :-1], product[-1, :-1]
