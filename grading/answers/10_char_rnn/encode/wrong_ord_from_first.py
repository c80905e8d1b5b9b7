# Distance in the alphabet from the first character of vocab. [0 points]
def encode(text, vocab):
    if set(text) - set(vocab):
        raise ValueError("unknown character")
    return np.array([ord(c) - ord(vocab[0]) for c in text], dtype=int)



def decode(numbers, vocab):
    return "".join([chr(i + ord(vocab[0])) for i in numbers])
