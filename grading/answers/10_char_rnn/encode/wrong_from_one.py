# Counts from 1, in both. [0 points]
def encode(text, vocab):
    number = {character: i for i, character in enumerate(vocab, start=1)}
    unknown = set(text) - set(vocab)
    if unknown:
        raise ValueError(f"unknown characters {unknown}")
    return np.array([number[character] for character in text], dtype=int)



def decode(numbers, vocab):
    return "".join([vocab[i - 1] for i in numbers])
