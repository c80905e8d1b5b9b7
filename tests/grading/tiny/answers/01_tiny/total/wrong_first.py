# Starts with the first value: fails on an empty list.
def total(values):
    accumulated = values[0]
    for value in values[1:]:
        accumulated += value
    return accumulated
