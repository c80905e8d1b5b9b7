# Starts from infinity.
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    lowest, best = float("inf"), -1
    for epoch, loss in enumerate(dev_losses):
        if loss < lowest - min_delta:
            lowest, best = loss, epoch
        if epoch - best >= patience:
            return best
    return best
