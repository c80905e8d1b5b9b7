# np.append for each character: its time grows with the square of the length. [1 point]
def encode(text, vocab):
    number = {c: i for i, c in enumerate(vocab)}
    numbers = np.zeros(0, dtype=int)
    for c in text:
        if c not in number:
            raise ValueError(c)
        numbers = np.append(numbers, number[c])
    return numbers



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
