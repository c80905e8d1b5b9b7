# A list instead of a set. [0 points]
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    findings = []
    if train_error - bayes_error > tolerance:
        findings.append("high bias")
    if dev_error - train_error > tolerance:
        findings.append("high variance")
    return findings
