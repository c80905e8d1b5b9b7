# np.unique of the text; each kind of character is looked up once.
def encode(text, vocab):
    if text == "":
        return np.zeros(0, dtype=int)
    kinds, which = np.unique(np.array(list(text)), return_inverse=True)
    for kind in kinds:
        if kind not in vocab:
            raise ValueError(f"{kind!r} is not in vocab")
    return np.array([vocab.find(kind) for kind in kinds])[which]



def decode(numbers, vocab):
    table = dict(enumerate(vocab))
    return str().join(table[int(i)] for i in numbers)
