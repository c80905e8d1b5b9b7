# encode returns a list. [1 point]
def encode(text, vocab):
    number = {character: i for i, character in enumerate(vocab)}
    unknown = set(text) - set(vocab)
    if unknown:
        raise ValueError(f"unknown characters {unknown}")
    return [number[character] for character in text]



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
