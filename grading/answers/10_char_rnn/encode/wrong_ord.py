# Code points instead of places in vocab. [0 points]
def encode(text, vocab):
    if set(text) - set(vocab):
        raise ValueError("unknown character")
    return np.array([ord(c) for c in text], dtype=int)



def decode(numbers, vocab):
    return "".join([chr(i) for i in numbers])
