"""Toy data and figures."""

import subprocess
import sys

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib import datasets, plotting


@pytest.fixture
def ax():
    figure, axes = plt.subplots()
    yield axes
    plt.close(figure)


def test_rings_have_their_radii_and_no_line_separates_them():
    X, y = datasets.rings(np.random.default_rng(0), n_samples=2001, noise=0.1)
    assert X.shape == (2001, 2)
    assert np.bincount(y).tolist() == [1001, 1000]
    radius = np.hypot(*X.T)
    for label in (0, 1):
        assert radius[y == label].mean() == pytest.approx(0.5 + label, abs=0.02)
        assert radius[y == label].std() == pytest.approx(0.1, rel=0.1)
    # the centre of class 1 lies inside class 0: their convex hulls meet
    assert np.linalg.norm(X[y == 1].mean(axis=0)) < 0.1


@pytest.mark.parametrize("arguments", [{"n_samples": 1}, {"noise": -0.1}])
def test_rings_name_bad_input(arguments):
    with pytest.raises(ValueError, match="Received"):
        datasets.rings(np.random.default_rng(0), **arguments)


def test_decision_boundary_draws_where_the_score_changes_sign(ax):
    X = np.array([[0.0, 0.0], [2.0, 1.0]])
    assert plotting.decision_boundary(ax, lambda P: P[:, 0] - 1.5, X, np.array([0, 1])) is ax
    *_, contour = [c for c in ax.collections if hasattr(c, "levels") and len(c.levels) == 1]
    vertices = np.vstack([path.vertices for path in contour.get_paths()])
    np.testing.assert_allclose(vertices[:, 0], 1.5, atol=1e-9)


def test_decision_boundary_without_a_boundary_does_not_warn(ax):
    plotting.decision_boundary(ax, lambda P: np.ones(len(P)), np.zeros((2, 2)), np.array([0, 1]))


def test_decision_boundary_names_bad_input(ax):
    with pytest.raises(ValueError, match=r"X.shape=\(4, 3\)"):
        plotting.decision_boundary(ax, len, np.ones((4, 3)), np.ones(4))


def test_label_line_takes_the_colour_of_its_line(ax):
    (line,) = ax.plot([0, 1, 2], [5, 6, 7], color="red")
    assert plotting.label_line(line, "name", x=1.1) is ax
    (label,) = ax.texts
    assert label.get_color() == "red"
    assert label.xy == (1, 6)


def test_show_wants_alternative_text_and_closes_the_figure():
    figure = plt.figure()
    with pytest.raises(ValueError, match="alt"):
        plotting.show(figure, "  ")
    plt.close(figure)


def test_style_uses_the_palette():
    with mpl.rc_context():
        plotting.use_style()
        colors = mpl.rcParams["axes.prop_cycle"].by_key()["color"]
        assert {c.upper() for c in colors} <= {c.upper() for c in plotting.COLORS.values()}


def test_importing_course_lib_imports_numpy_only():
    code = (
        "import sys, course_lib, course_lib.activations, course_lib.approximation,"
        "course_lib.checks, course_lib.datasets;"
        "print([m for m in ('matplotlib', 'scipy', 'tensorflow', 'IPython') if m in sys.modules])"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "[]"
