# Squares the sum: right for one value only. [1 point]
def total_of_squares(values):
    return sum(values) ** 2
