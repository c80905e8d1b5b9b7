# The padding is added at one end only. [1 point]
def conv_output_size(size, kernel, stride=1, padding=0):
    return (size + padding - kernel) // stride + 1


def count_parameters(kh, kw, c_in, c_out):
    return kh * kw * c_in * c_out + c_out
