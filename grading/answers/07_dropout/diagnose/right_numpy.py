# np.diff of the three errors.
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    names = np.array(["high bias", "high variance"])
    gaps = np.diff([bayes_error, train_error, dev_error])
    return set(names[gaps > tolerance].tolist())
