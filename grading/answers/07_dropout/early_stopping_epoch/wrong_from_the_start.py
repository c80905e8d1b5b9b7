# Patience counted from the start. [0 points]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    seen = list(dev_losses[: patience + 1])
    return seen.index(min(seen))
