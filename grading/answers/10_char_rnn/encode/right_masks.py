# One mask for each character of the vocabulary; an array of characters and fancy indexing.
def encode(text, vocab):
    letters = np.array(list(text), dtype="U1")
    numbers = np.full(len(text), -1)
    for i, c in enumerate(vocab):
        numbers[letters == c] = i
    if np.any(numbers < 0):
        raise ValueError("some character is not in the vocabulary")
    return numbers



def decode(numbers, vocab):
    letters = np.array(list(vocab))
    return "".join(letters[np.asarray(numbers, dtype=int)])
