# Both print and return nothing. [0 points]
def encode(text, vocab):
    print(np.array([vocab.index(c) for c in text], dtype=int))



def decode(numbers, vocab):
    print("".join(vocab[i] for i in numbers))
