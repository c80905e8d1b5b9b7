# A counter of epochs without an improvement.
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    best, lowest, waited = 0, dev_losses[0], 0
    for epoch, loss in enumerate(dev_losses[1:], start=1):
        if lowest - loss > min_delta:
            best, lowest, waited = epoch, loss, 0
        else:
            waited += 1
            if waited == patience:
                break
    return best
