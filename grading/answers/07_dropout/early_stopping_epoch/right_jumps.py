# Jumps from improvement to improvement within the patience.
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    losses, best = np.array(dev_losses, dtype=float), 0
    while True:
        ahead = losses[best + 1 : best + 1 + patience]
        better = np.flatnonzero(ahead < losses[best] - min_delta)
        if not len(better):
            return int(best)
        best += 1 + better[0]
