# vocab.index, which raises the ValueError itself; join.
def encode(text, vocab):
    return np.array([vocab.index(c) for c in text], dtype=np.int64)



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
