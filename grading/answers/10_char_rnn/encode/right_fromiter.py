# np.fromiter of a map, KeyError made a ValueError; str.translate back. Small integers.
def encode(text, vocab):
    number = dict(zip(vocab, range(len(vocab))))
    try:
        return np.fromiter(map(number.__getitem__, text), dtype=np.int32, count=len(text))
    except KeyError as error:
        raise ValueError(f"{error} is not in the vocabulary") from None



def decode(numbers, vocab):
    return "".join(map(chr, np.asarray(numbers, dtype=int).tolist())).translate(dict(enumerate(vocab)))
