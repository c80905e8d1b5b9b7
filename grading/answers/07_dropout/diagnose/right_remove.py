# Starts with both and takes away.
def diagnose(train_error, dev_error, bayes_error=0.0, tolerance=0.02):
    findings = {"high variance", "high bias"}
    if not train_error - bayes_error > tolerance:
        findings.discard("high bias")
    if dev_error - train_error <= tolerance:
        findings.remove("high variance")
    return findings
