# A table of 128 places: ASCII only. [1 point]
def encode(text, vocab):
    table = np.full(128, -1)
    for i, c in enumerate(vocab):
        table[ord(c)] = i
    numbers = table[[ord(c) for c in text]] if text else np.zeros(0, dtype=int)
    if np.any(numbers < 0):
        raise ValueError("unknown character")
    return numbers



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
