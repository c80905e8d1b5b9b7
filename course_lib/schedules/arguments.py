"""What all schedules ask of their arguments."""

import numpy as np


def steps(t):
    """Return `t` as a float array, refusing negative steps."""
    steps = np.asarray(t, dtype=float)
    if np.any(steps < 0):
        raise ValueError(f"t must not be negative. Received: t={t}")
    return steps


def at_least(low, **arguments):
    """Refuse arguments below `low`, by name."""
    for name, value in arguments.items():
        if not value >= low:
            raise ValueError(f"{name} must be at least {low}. Received: {name}={value}")
