r"""Layers: the parts that networks are made of.

Each layer is one class with ``forward(x, training=False)`` and ``backward(dy)``, described in
:class:`course_lib.layers.base.Layer`. In order of complexity: :class:`Dense`,
:class:`Activation`, :class:`Softmax`, :class:`Flatten`; :class:`Dropout`; :class:`BatchNorm`;
:class:`Conv2D`; :class:`MaxPool2D`, :class:`AveragePool2D`; :class:`SimpleRNN`.
"""

from course_lib.layers.base import Layer
from course_lib.layers.convolution import Conv2D
from course_lib.layers.dense import Activation, Dense, Flatten, Softmax
from course_lib.layers.dropout import Dropout
from course_lib.layers.normalization import BatchNorm
from course_lib.layers.pooling import AveragePool2D, MaxPool2D
from course_lib.layers.recurrent import SimpleRNN

__all__ = [
    "Activation",
    "AveragePool2D",
    "BatchNorm",
    "Conv2D",
    "Dense",
    "Dropout",
    "Flatten",
    "Layer",
    "MaxPool2D",
    "SimpleRNN",
    "Softmax",
]
