# The counter is not set back. [0 points]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    best, lowest, waited = 0, dev_losses[0], 0
    for epoch in range(1, len(dev_losses)):
        if lowest - dev_losses[epoch] > min_delta:
            best, lowest, waited = epoch, dev_losses[epoch], waited
        else:
            waited += 1
            if waited >= patience:
                break
    return best
