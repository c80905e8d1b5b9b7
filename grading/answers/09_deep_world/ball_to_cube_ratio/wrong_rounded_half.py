# d/2 rounded down, so odd dimensions are wrong, and factorials overflow. [1 point]
def ball_to_cube_ratio(d):
    return math.pi ** (d // 2) / math.factorial(d // 2) / 2**d
