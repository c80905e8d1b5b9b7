# Both are floats. [0 points]
def conv_output_size(size, kernel, stride=1, padding=0):
    return np.floor((size + 2 * padding - kernel) / stride) + 1


def count_parameters(kh, kw, c_in, c_out):
    return np.prod([kh, kw, c_in, c_out]) + 1.0 * c_out
