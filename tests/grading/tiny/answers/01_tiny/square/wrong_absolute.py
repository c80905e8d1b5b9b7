# Multiplies with the sign lost on one side. [1 point]
def square(x):
    return x * abs(x)
