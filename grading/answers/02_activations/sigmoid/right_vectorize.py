# np.vectorize over a function of one number, turned back to the type of z.
import math


def sigmoid(z):
    z = np.asarray(z)
    one = np.vectorize(lambda t: 0.5 + 0.5 * math.tanh(0.5 * t), otypes=[float])
    return one(z).astype(np.result_type(z.dtype, 0.5))


sigmoid_prime = lambda z: sigmoid(z) * (1 - sigmoid(z))
