# decode consumes a list from its end. [1 point]
def encode(text, vocab):
    number = {character: i for i, character in enumerate(vocab)}
    unknown = set(text) - set(vocab)
    if unknown:
        raise ValueError(f"unknown characters {unknown}")
    return np.array([number[character] for character in text], dtype=int)



def decode(numbers, vocab):
    text = ""
    while numbers:
        text = vocab[numbers.pop()] + text
    return text
