# Moves the window on for as long as it fits.
def conv_output_size(size, kernel, stride=1, padding=0):
    places, start = 0, -padding
    while start + kernel <= size + padding:
        places += 1
        start += stride
    return places


def count_parameters(kh, kw, c_in, c_out):
    total = 0
    for _ in range(c_out):
        for _ in range(c_in):
            for _ in range(kh):
                total += kw
        total += 1
    return total
