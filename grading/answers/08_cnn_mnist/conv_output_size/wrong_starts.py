# Returns the starts, not their number. [1 point]
def conv_output_size(size, kernel, stride=1, padding=0):
    return list(range(0, size + 2 * padding - kernel + 1, stride))


def count_parameters(kh, kw, c_in, c_out):
    return kh * kw * c_in * c_out + c_out
