# Prints instead of returning. [0 points]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    if train_error - bayes_error > tolerance:
        print("high bias")
    if dev_error - train_error > tolerance:
        print("high variance")
