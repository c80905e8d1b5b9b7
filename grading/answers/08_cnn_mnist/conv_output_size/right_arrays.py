# Makes arrays and asks for their sizes.
def conv_output_size(size, kernel, stride=1, padding=0):
    return np.zeros(size + 2 * padding)[: size + 2 * padding - kernel + 1 : stride].size


def count_parameters(kh, kw, c_in, c_out):
    return np.zeros((kh, kw, c_in, c_out)).size + np.zeros(c_out).size
