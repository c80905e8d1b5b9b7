# Slow, plain Python.
def dead_fraction(Z):
    rows = Z.tolist()
    units = range(len(rows[0]))
    return sum(all(row[j] <= 0 for row in rows) for j in units) / len(units)
