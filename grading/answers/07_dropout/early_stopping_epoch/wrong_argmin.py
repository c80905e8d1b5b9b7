# The lowest loss of all. [0 points]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    return int(np.argmin(dev_losses))
