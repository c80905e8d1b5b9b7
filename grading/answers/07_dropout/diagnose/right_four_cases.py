# One return for each of the four cases, sums instead of differences.
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    bias = train_error > bayes_error + tolerance
    variance = dev_error > train_error + tolerance
    if bias and variance:
        return {"high bias", "high variance"}
    if bias:
        return {"high bias"}
    if variance:
        return {"high variance"}
    return set()
