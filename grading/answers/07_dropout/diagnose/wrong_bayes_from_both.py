# The Bayes error is taken from the variance, too. [1 point]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    bias = train_error - bayes_error
    variance = dev_error - bayes_error - train_error
    gaps = {"high bias": bias, "high variance": variance}
    return {name for name, gap in gaps.items() if gap > tolerance}
