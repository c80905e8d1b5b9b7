# Only for lists. [0 points]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    best = 0
    for loss in dev_losses:
        epoch = dev_losses.index(loss)
        if loss < dev_losses[best] - min_delta:
            best = epoch
        elif epoch - best >= patience:
            break
    return best
