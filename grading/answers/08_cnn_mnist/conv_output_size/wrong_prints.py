# Prints both numbers. [0 points]
def conv_output_size(size, kernel, stride=1, padding=0):
    print((size + 2 * padding - kernel) // stride + 1)


def count_parameters(kh, kw, c_in, c_out):
    print(kh * kw * c_in * c_out + c_out)
