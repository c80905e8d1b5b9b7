# All windows as a view, and one einsum; the results in a list.
def conv2d_forward(X, K, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(P, K.shape[:2], axis=(1, 2))
    Y = np.einsum("nrckij,ijkf->nrcf", windows[:, ::stride, ::stride], K, optimize=True) + b
    return [Y, [X, K, stride, padding]]
