# Unknown characters raise a KeyError. [1 point]
def encode(text, vocab):
    number = {c: i for i, c in enumerate(vocab)}
    return np.array([number[c] for c in text], dtype=int)



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
