# Recursive.
def early_stopping_epoch(dev_losses, patience, min_delta=0.0):
    def go(best):
        for epoch in range(best + 1, min(best + patience, len(dev_losses) - 1) + 1):
            if dev_losses[epoch] + min_delta < dev_losses[best]:
                return go(epoch)
        return best

    return go(0)
