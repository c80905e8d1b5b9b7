# encode uses the notebook's vocab: its argument has another name. [1 point]
def encode(text, letters):
    number = {c: i for i, c in enumerate(vocab)}
    if set(text) - set(letters):
        raise ValueError("unknown character")
    return np.array([number[c] for c in text], dtype=int)



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
