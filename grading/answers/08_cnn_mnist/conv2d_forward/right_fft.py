# Fourier transforms, in double precision; every stride-th place is kept.
def conv2d_forward(X, K, b, stride=1, padding=0):
    H, W = X.shape[1] + 2 * padding, X.shape[2] + 2 * padding
    kh, kw = K.shape[:2]
    P = np.zeros((len(X), H, W, X.shape[3]))
    P[:, padding : H - padding, padding : W - padding] = X
    images, kernels = np.fft.fft2(P, axes=(1, 2)), np.fft.fft2(K, s=(H, W), axes=(0, 1))
    product = np.einsum("nyxk,yxkf->nyxf", images, kernels.conj())
    Y = np.fft.ifft2(product, axes=(1, 2)).real[:, : H - kh + 1 : stride, : W - kw + 1 : stride]
    return (Y + b).astype(X.dtype), (X, K, stride, padding)
