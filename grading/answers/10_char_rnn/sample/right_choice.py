# rng.choice, row by row.
def sample(logits, temperature, rng):
    numbers = []
    for z in np.asarray(logits, dtype=float):
        if temperature == 0:
            numbers.append(int(np.argmax(z)))
        else:
            p = np.exp((z - z.max()) / temperature)
            numbers.append(rng.choice(len(z), p=p / p.sum()))
    return np.array(numbers)
