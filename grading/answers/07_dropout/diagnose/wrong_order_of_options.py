# tolerance before bayes_error in the signature. [1 point]
def diagnose(train_error, dev_error, tolerance=0.02, bayes_error=0.0):
    gaps = {"high bias": train_error - bayes_error, "high variance": dev_error - train_error}
    return {name for name, gap in gaps.items() if gap > tolerance}
