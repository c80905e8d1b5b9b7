# Capital letters in the strings. [0 points]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    gaps = {"High bias": train_error - bayes_error, "High variance": dev_error - train_error}
    return {name for name, gap in gaps.items() if gap > tolerance}
