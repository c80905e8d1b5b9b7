# A set as default argument, which remembers. [0 points]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02, findings=set()):
    if train_error - bayes_error > tolerance:
        findings.add("high bias")
    if dev_error - train_error > tolerance:
        findings.add("high variance")
    return findings
