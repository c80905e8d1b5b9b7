# In place, on copies.
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    theta, m = np.array(theta), np.array(m)
    m *= beta1
    m += (1 - beta1) * g
    theta -= lr / (1 - beta1**t) * m
    return theta, m
