# decode fails for no numbers: an empty list has no integers. [1 point]
def encode(text, vocab):
    number = {character: i for i, character in enumerate(vocab)}
    unknown = set(text) - set(vocab)
    if unknown:
        raise ValueError(f"unknown characters {unknown}")
    return np.array([number[character] for character in text], dtype=int)



def decode(numbers, vocab):
    return "".join(np.array(list(vocab))[np.array(numbers)])
