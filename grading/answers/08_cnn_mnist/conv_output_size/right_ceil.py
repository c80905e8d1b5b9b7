# Counts the possible starts and rounds up; a helper for one kernel.
import math


def conv_output_size(size, kernel, stride=1, padding=0):
    starts = size + padding + padding - kernel + 1
    return math.ceil(starts / stride)


def count_parameters(kh, kw, c_in, c_out):
    def one_kernel():
        return c_in * kh * kw + 1

    return c_out * one_kernel()
