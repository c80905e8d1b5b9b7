# Bytes of UTF-8 instead of characters. [0 points]
def encode(text, vocab):
    place = {byte: i for i, byte in enumerate(vocab.encode())}
    if set(text) - set(vocab):
        raise ValueError("unknown character")
    return np.array([place[byte] for byte in text.encode()], dtype=int)



def decode(numbers, vocab):
    letters = vocab.encode()
    return bytes(letters[i] for i in numbers).decode()
