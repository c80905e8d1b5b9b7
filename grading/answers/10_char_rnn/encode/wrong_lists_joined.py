# A new list for each character: its time grows with the square of the length. [1 point]
def encode(text, vocab):
    numbers = []
    for c in text:
        numbers = numbers + [vocab.index(c)]
    return np.array(numbers, dtype=int)



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
