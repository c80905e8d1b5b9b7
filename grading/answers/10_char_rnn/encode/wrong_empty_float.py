# The empty text gives an array of floats. [1 point]
def encode(text, vocab):
    return np.array([vocab.index(c) for c in text])



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
