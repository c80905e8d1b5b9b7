# A while loop.
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    best = epoch = 0
    while epoch < len(dev_losses) - 1 and epoch - best < patience:
        epoch += 1
        if dev_losses[epoch] < dev_losses[best] - min_delta:
            best = epoch
    return best
