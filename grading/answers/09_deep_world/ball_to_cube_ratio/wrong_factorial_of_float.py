# math.factorial of a float. [0 points]
def ball_to_cube_ratio(d):
    return math.pi ** (d / 2) / math.factorial(d / 2) / 2**d
