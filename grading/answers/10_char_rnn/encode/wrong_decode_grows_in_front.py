# The text grows at its front, from the end: copied for each number, quadratic. [1 point]
def encode(text, vocab):
    return np.array([vocab.index(c) for c in text], dtype=int)


def decode(numbers, vocab):
    text = ""
    for i in reversed(list(numbers)):
        text = vocab[i] + text
    return text
