# einsum.
def dropout_linear_loss(X, y, w, rate):
    r = y - X @ w
    price = np.einsum("ij,ij,j,j->", X, X, w, w)
    return np.einsum("i,i->", r, r) + price * rate / (1 - rate)
