# einsum.
def bfgs_update(H, s, y):
    rho = np.einsum("i,i", s, y)
    if rho > 0:
        V = np.identity(s.size) - np.einsum("i,j->ij", y, s) / rho
        return np.einsum("ki,kl,lj->ij", V, H, V) + np.einsum("i,j->ij", s, s) / rho
    return np.array(H)
