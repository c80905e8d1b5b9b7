# Ignores the kernel. [1 point]
def conv_output_size(size, kernel, stride=1, padding=0):
    return (size + 2 * padding - 1) // stride + 1


def count_parameters(kh, kw, c_in, c_out):
    return kh * kw * c_in * c_out + c_out
