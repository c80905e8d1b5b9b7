# min_delta only decides when to stop. [1 point]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    best, reference, waited = 0, dev_losses[0], 0
    for epoch in range(1, len(dev_losses)):
        if dev_losses[epoch] < dev_losses[best]:
            best = epoch
        if reference - dev_losses[epoch] > min_delta:
            reference, waited = dev_losses[epoch], 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best
