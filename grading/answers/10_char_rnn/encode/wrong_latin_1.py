# Bytes of Latin-1: no characters beyond 255. [0 points]
def encode(text, vocab):
    known = np.frombuffer(vocab.encode("latin-1"), dtype=np.uint8)
    table = np.full(256, -1)
    table[known] = np.arange(len(known))
    numbers = table[np.frombuffer(text.encode("latin-1"), dtype=np.uint8)]
    if np.any(numbers < 0):
        raise ValueError("unknown character")
    return numbers



def decode(numbers, vocab):
    return bytes(vocab.encode("latin-1")[i] for i in numbers).decode("latin-1")
