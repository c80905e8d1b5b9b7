# Code points and a binary search in the sorted vocabulary; unsigned bytes of UTF-32.
def code_points(text):
    return np.frombuffer(text.encode("utf-32-le"), dtype="<u4")


def encode(text, vocab):
    points, known = code_points(text), code_points(vocab)
    order = np.argsort(known)
    place = np.searchsorted(known[order], points)
    numbers = order[np.minimum(place, len(known) - 1)]
    if not np.array_equal(known[numbers], points):
        raise ValueError("there is a character that vocab does not have")
    return numbers



def decode(numbers, vocab):
    return code_points(vocab)[np.array(numbers, dtype=int)].tobytes().decode("utf-32-le")
