r"""Optimizers: what to do with a gradient, in order of increasing complexity.

==================== =========================================================================
:mod:`.base`         the protocol: ``init``, ``step``, ``update``
:mod:`.momentum`     `SGD`, `Momentum`, `ClassicalMomentum`
:mod:`.nesterov`     `look_ahead_step`, `Nesterov`, `ClassicalNesterov`
:mod:`.adaptive`     one rate per coordinate: `AdaGrad`, `RMSProp`, `Adadelta`
:mod:`.adam`         momentum and one rate per coordinate: `Adam`, `AdamW`
:mod:`.adam_family`  relatives of Adam: `Adamax`, `AMSGrad`, `Nadam`
:mod:`.sign`         signs only, for full gradients: `DeltaBarDelta`, `Rprop`
==================== =========================================================================

Every rule works coordinate by coordinate: squares, roots, quotients and maxima of arrays are
those of their entries. Methods that use curvature are in :mod:`course_lib.quasi_newton`.
"""

from course_lib.optimizers.adam import Adam, AdamW
from course_lib.optimizers.adam_family import Adamax, AMSGrad, Nadam
from course_lib.optimizers.adaptive import Adadelta, AdaGrad, RMSProp
from course_lib.optimizers.base import Optimizer
from course_lib.optimizers.momentum import SGD, ClassicalMomentum, Momentum
from course_lib.optimizers.nesterov import ClassicalNesterov, Nesterov, look_ahead_step
from course_lib.optimizers.sign import DeltaBarDelta, Rprop

__all__ = [
    "SGD",
    "AMSGrad",
    "AdaGrad",
    "Adadelta",
    "Adam",
    "AdamW",
    "Adamax",
    "ClassicalMomentum",
    "ClassicalNesterov",
    "DeltaBarDelta",
    "Momentum",
    "Nadam",
    "Nesterov",
    "Optimizer",
    "RMSProp",
    "Rprop",
    "look_ahead_step",
]
