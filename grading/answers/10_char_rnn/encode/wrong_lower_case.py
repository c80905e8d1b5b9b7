# Capital letters become small ones. [1 point]
def encode(text, vocab):
    vocab = vocab.lower()
    return np.array([vocab.index(c) for c in text.lower()], dtype=int)



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
