# The list of numbers is copied for each character: quadratic. [1 point]
def encode(text, vocab):
    numbers = []
    for c in text:
        numbers = numbers + [vocab.index(c)]
    return np.array(numbers, dtype=int)


def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
