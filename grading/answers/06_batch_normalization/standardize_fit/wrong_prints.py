# Prints the results instead of returning them. [0 points]
def standardize_fit(X):
    print(X.mean(axis=0), X.std(axis=0))


def standardize(X, mean, std):
    print((X - mean) / std)


def minmax_fit(X):
    print(X.min(axis=0), X.max(axis=0))


def minmax(X, low, high):
    print((X - low) / (high - low))
