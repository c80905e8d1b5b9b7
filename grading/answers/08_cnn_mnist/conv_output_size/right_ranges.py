# Lists the starts, and counts.
def conv_output_size(size, kernel, stride=1, padding=0):
    return len(range(0, size + 2 * padding - kernel + 1, stride))


def count_parameters(kh, kw, c_in, c_out):
    return sum(kh * kw * c_in + 1 for kernel in range(c_out))
