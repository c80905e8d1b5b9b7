# Loops with append and +=.
def encode(text, vocab):
    places = {}
    for place in range(len(vocab)):
        places[vocab[place]] = place
    result = []
    for character in text:
        if character not in places:
            raise ValueError("cannot encode " + character)
        result.append(places[character])
    return np.array(result, dtype=int).reshape(len(text))



def decode(numbers, vocab):
    text = ""
    for k in range(len(numbers)):
        text += vocab[numbers[k]]
    return text
