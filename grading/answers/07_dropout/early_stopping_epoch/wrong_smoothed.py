# Smooths the curve first. [0 points]
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    losses = np.convolve(dev_losses, [0.5, 0.5], mode="full")[: len(dev_losses)]
    best = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] < losses[best] - min_delta:
            best = epoch
        elif epoch - best >= patience:
            break
    return best
