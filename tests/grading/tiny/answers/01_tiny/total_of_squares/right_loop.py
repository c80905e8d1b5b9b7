# A loop.
def total_of_squares(values):
    result = 0
    for value in values:
        result += value * value
    return result
