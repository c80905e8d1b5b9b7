# Two booleans. [0 points]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    return train_error - bayes_error > tolerance, dev_error - train_error > tolerance
