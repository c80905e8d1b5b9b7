# All 2^m masks: right, but not for hundreds of inputs. [2 points]
def dropout_linear_loss(X, y, w, rate):
    m, total = len(w), 0.0
    patterns = np.arange(2**m)[:, None] >> np.arange(m) & 1
    for kept in patterns:
        chance = (1 - rate) ** kept.sum() * rate ** (m - kept.sum())
        total += chance * np.sum((y - (X * kept / (1 - rate)) @ w) ** 2)
    return float(total)
