# Python loops and the math module.
import math


def sample(logits, temperature, rng):
    draws = []
    for row in logits.tolist():
        top = max(row)
        if temperature == 0:
            draws.append(row.index(top))
            continue
        weights = [math.exp((value - top) / temperature) for value in row]
        left = rng.random() * sum(weights)
        place = 0
        while place < len(row) - 1 and left >= weights[place]:
            left -= weights[place]
            place += 1
        draws.append(place)
    return np.array(draws)
