# Carries the lowest loss along in the list itself. [1 point]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    best = 0
    for epoch in range(1, len(dev_losses)):
        if dev_losses[epoch] < dev_losses[epoch - 1] - min_delta:
            best = epoch
        else:
            dev_losses[epoch] = dev_losses[epoch - 1]
            if epoch - best >= patience:
                break
    return best
