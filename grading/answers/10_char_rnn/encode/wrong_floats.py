# encode fills an array of floats. [1 point]
def encode(text, vocab):
    numbers = np.zeros(len(text))
    for k, c in enumerate(text):
        numbers[k] = vocab.index(c)
    return numbers



def decode(numbers, vocab):
    return "".join([vocab[i] for i in numbers])
