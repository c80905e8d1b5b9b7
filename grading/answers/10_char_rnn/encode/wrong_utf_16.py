# Code units of UTF-16: an emoji becomes two of them. [1 point]
def encode(text, vocab):
    units = np.frombuffer(text.encode("utf-16-le"), dtype=np.uint16)
    table = np.full(65536, -1)
    table[np.frombuffer(vocab.encode("utf-16-le"), dtype=np.uint16)] = np.arange(len(vocab.encode("utf-16-le")) // 2)
    numbers = table[units]
    if np.any(numbers < 0):
        raise ValueError("a character is not in the vocabulary")
    return numbers


def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
