# A dev error below the training error counts as variance. [1 point]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    findings = set()
    if train_error - bayes_error > tolerance:
        findings.add("high bias")
    if abs(dev_error - train_error) > tolerance:
        findings.add("high variance")
    return findings
