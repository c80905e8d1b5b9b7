# One dimension more at a time, by integrals of powers of the sine.
def ball_to_cube_ratio(d):
    ratio, integrals = 1.0, [math.pi, 2.0]  # of cos^k, from -pi/2 to pi/2
    for k in range(2, d + 1):
        integrals.append(integrals[k - 2] * (k - 1) / k)
    for k in range(2, d + 1):
        ratio *= integrals[k] / 2
    return ratio
