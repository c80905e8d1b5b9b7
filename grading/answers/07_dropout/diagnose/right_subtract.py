# Two ifs, differences.
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    bias, variance = train_error - bayes_error, dev_error - train_error
    what = set()
    if bias > tolerance:
        what |= {"high bias"}
    if variance > tolerance:
        what |= {"high variance"}
    return what
