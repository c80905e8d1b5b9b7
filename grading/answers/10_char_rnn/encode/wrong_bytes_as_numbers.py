# Numbers of eight bits: wrong from the 257th character of a vocabulary. [1 point]
def encode(text, vocab):
    number = {character: i for i, character in enumerate(vocab)}
    if not set(text) <= set(vocab):
        raise ValueError("a character is not in the vocabulary")
    return np.array([number[character] for character in text], dtype=int).astype(np.uint8)


def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
