# decode builds a new array of characters for each number: quadratic. [1 point]
def encode(text, vocab):
    number = {character: i for i, character in enumerate(vocab)}
    unknown = set(text) - set(vocab)
    if unknown:
        raise ValueError(f"unknown characters {unknown}")
    return np.array([number[character] for character in text], dtype=int)



def decode(numbers, vocab):
    letters = np.zeros(0, dtype="U1")
    for i in numbers:
        letters = np.append(letters, vocab[i])
    return "".join(letters)
