r"""Stationary points: what the second derivatives say about them, and what they do not.

Source: slides 003 (saddle points), corrected.
"""

import numpy as np

__all__ = ["classify_stationary_point"]


def classify_stationary_point(H, tol=1e-8):
    r"""What a stationary point is, by the eigenvalues of the Hessian there.

    ============  =====================================================
    all positive  ``"minimum"``
    all negative  ``"maximum"``
    both signs    ``"saddle"``, if none is zero
    some zero     ``"degenerate"``: second derivatives do not decide it
    ============  =====================================================

    Parameters
    ----------
    H : ndarray, (d, d)
        Hessian, symmetric.
    tol : float
        Eigenvalues below `tol` times the largest one count as zero.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If `H` is not a symmetric matrix.

    Variants
    --------
    Slides 003 call a saddle with a *positive definite* Hessian non-degenerate and one with all
    eigenvalues zero degenerate: read "indefinite and non-singular", and "singular". A degenerate
    point with eigenvalues of both signs is no extremum, but is not called a saddle here.

    Examples
    --------
    >>> [classify_stationary_point(np.diag(e)) for e in ([1.0, 2.0], [1.0, -2.0], [0.0, 2.0])]
    ['minimum', 'saddle', 'degenerate']
    """
    H = np.asarray(H, float)
    square = H.ndim == 2 and H.shape[0] == H.shape[1] > 0
    # Relative to the largest entry: a small Hessian may be as crooked as a large one.
    if not square or not np.allclose(H, H.T, rtol=0, atol=1e-8 * np.abs(H).max()):
        raise ValueError(f"H must be a symmetric matrix. Received: H.shape={H.shape}")
    eigenvalues = np.linalg.eigvalsh(H)
    if np.any(np.abs(eigenvalues) <= tol * np.abs(eigenvalues).max()):
        return "degenerate"
    if np.all(eigenvalues > 0):
        return "minimum"
    return "maximum" if np.all(eigenvalues < 0) else "saddle"
