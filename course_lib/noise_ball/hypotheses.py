"""What a formula assumes about its arguments, checked and named."""

import numpy as np

__all__ = ["HypothesisWarning"]


class HypothesisWarning(UserWarning):
    """A bound was computed although one of its hypotheses cannot hold."""


def positive(**arguments):
    """Refuse arguments with an entry that is zero, negative, infinite or NaN, by name."""
    for name, value in arguments.items():
        if not np.all(np.asarray(value) > 0) or not np.all(np.isfinite(value)):
            raise ValueError(f"{name} must be positive and finite. Received: {name}={value}")


def not_negative(**arguments):
    """Refuse arguments with an entry that is negative, infinite or NaN, by name."""
    for name, value in arguments.items():
        if not np.all(np.asarray(value) >= 0) or not np.all(np.isfinite(value)):
            raise ValueError(f"{name} must be finite and not negative. Received: {name}={value}")
