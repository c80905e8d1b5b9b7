# A function of one vector, applied along the axis.
def softmax(Z, axis=-1):
    def one(z):
        e = np.exp(z - max(z))
        return e / sum(e)

    return np.apply_along_axis(one, axis, Z)
