# Integer division: right for even numbers only.
def halve(x):
    return x // 2
