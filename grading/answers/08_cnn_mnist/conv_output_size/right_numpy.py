# NumPy's integers, and the floor of a fraction.
def conv_output_size(size, kernel, stride=1, padding=0):
    return int(np.floor((size + 2 * padding - kernel) / stride)) + 1


def count_parameters(kh, kw, c_in, c_out):
    return np.prod([kh, kw, c_in, c_out]) + np.int64(c_out)
