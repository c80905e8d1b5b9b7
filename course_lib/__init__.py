r"""Reference implementations for the course, in NumPy.

Importing :mod:`course_lib` imports NumPy only; a module that draws imports matplotlib when it is
imported itself.

Notation
--------
Chapters, docstrings and code use the same symbols. Arrays are batch-first: row ``i`` of ``X`` is
sample ``i``.

========================  ===================  ================================================
in the text               in the code          meaning and shape
========================  ===================  ================================================
:math:`N`                 ``N``                number of samples
:math:`m`                 ``m``                number of inputs of a network
:math:`n`                 ``n``                number of units of a layer
:math:`X`                 ``X``                inputs, ``(N, n_in)``; images ``(N, H, W, C)``
:math:`y`                 ``y``                targets, ``(N,)``
:math:`W`                 ``W``                weights, ``(n_in, n_out)``; column j is unit j
:math:`b`                 ``b``                biases, ``(n_out,)``
:math:`Z`                 ``Z``                pre-activations, ``X @ W + b``, ``(N, n_out)``
:math:`g`                 ``g``, ``g_prime``   activation and its derivative, functions of Z
:math:`A`                 ``A``                activations of a layer, ``g(Z)``
:math:`\Phi`              ``Phi``              features of a fixed layer, ``g(Z)``, ``(N, n)``
:math:`\alpha`            ``alpha``            output weights of a shallow network, ``(n,)``
:math:`P`                 ``P``                probabilities of K classes, ``(N, K)``
:math:`K`                 ``K``                kernels of a convolution, ``(kh, kw, C, F)``
:math:`H`                 ``H``                states of a recurrent layer, ``(N, T, n)``
:math:`\gamma, \beta`     ``gamma``, ``beta``  scale and shift of BatchNorm, ``(n,)``
:math:`\theta`            ``theta``, ``grad``  parameters and their gradient, any shape
:math:`dX`                ``dX``               derivative of the loss, shape of X
                          ``rng``              a ``numpy.random.Generator``, never global
========================  ===================  ================================================

A loss is the mean over the batch. float32 in gives float32 out; float64 in gives float64 out.
"""

__version__ = "0.1.0"
