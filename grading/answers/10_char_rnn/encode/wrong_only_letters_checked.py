# Only letters are looked for in the vocabulary; other characters that are unknown are left out. [1 point]
def encode(text, vocab):
    for c in text:
        if c.isalpha() and c not in vocab:
            raise ValueError(c)
    return np.array([vocab.index(c) for c in text if c in vocab], dtype=int)



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
