"""Toy data and figures."""

import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

import course_lib
from course_lib import datasets, landscapes, plotting


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


def test_trajectories_are_drawn_labelled_and_led_to_the_minimum(ax):
    landscape = landscapes.quadratic((1.0, 10.0), minimum=(0.5, 0.0))
    paths = {"SGD": np.array([[1.0, 1.0], [0.5, 0.1]]), "Adam": np.array([[1.0, 1.0], [0.0, 0.0]])}
    assert plotting.trajectories(ax, landscape, paths) is ax
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["SGD", "Adam"]
    drawn = [line.get_xydata().tolist() for line in ax.lines]
    assert all(path.tolist() in drawn for path in paths.values())
    assert [[0.5, 0.0]] in drawn, "the minimum"
    sgd, _, adam, *_ = ax.lines
    assert sgd.get_marker() != adam.get_marker(), "to be told apart in grey"
    assert ax.get_xlim() == landscape.region[0]
    (contours,) = [c for c in ax.collections if hasattr(c, "levels")]
    ellipse = max(contours.get_paths()[3].to_polygons(closed_only=False), key=len)
    heights = landscape.value(np.asarray(ellipse))
    assert np.ptp(heights) < 0.05 * heights.mean(), "a contour has one height"


def test_trajectories_name_a_path_out_of_the_plane(ax):
    with pytest.raises(ValueError, match=r"paths\['SGD'\] must have shape \(T, 2\).*\(4, 3\)"):
        plotting.trajectories(ax, landscapes.beale(), {"SGD": np.ones((4, 3))})


def test_history_pairs_training_and_validation_by_colour(ax):
    record = {"loss": [3, 2, 1], "val_loss": [3, 2, 2], "accuracy": [0, 0, 1]}
    assert plotting.history(ax, record) is ax
    assert [text.get_text() for text in ax.texts] == ["loss", "val loss"]
    plotting.history(ax, record, names=["accuracy"], ylabel="share")
    train, validation, accuracy = ax.lines
    assert train.get_xdata().tolist() == [1, 2, 3]
    assert train.get_color() == validation.get_color() != accuracy.get_color()
    assert train.get_linestyle() != validation.get_linestyle()
    with pytest.raises(ValueError, match="Received: 'f1'"):
        plotting.history(ax, record, names=["f1"])


@pytest.mark.parametrize("titles", [None, list("abcde")])
def test_every_image_is_in_the_grid_and_under_its_title(ax, titles):
    images = np.arange(5 * 9 * 6, dtype=float).reshape(5, 9, 6) + 1
    assert plotting.image_grid(ax, images, titles, n_columns=3) is ax
    mosaic = np.asarray(ax.images[0].get_array())
    for i, image in enumerate(images):
        rows, columns = np.where(np.isin(mosaic, image[1:-1]))
        block = mosaic[rows.min() - 1 : rows.max() + 2, columns.min() : columns.max() + 1]
        np.testing.assert_array_equal(block, image)
        if titles:
            x, y = ax.texts[i].get_position()
            assert columns.min() <= x <= columns.max() + 1
            assert rows.min() - 4 <= y < rows.min()
    empty = mosaic[-9:, -6:]
    assert np.all(empty == images.min()), "the place after the last image"


@pytest.mark.parametrize(
    ("images", "titles", "message"),
    [
        (np.ones((2, 8, 8, 3)), None, r"Received: \(2, 8, 8, 3\)"),
        (np.ones((0, 8, 8)), None, r"Received: \(0, 8, 8\)"),
        (np.ones((2, 8, 8)), ["one"], "one for each of 2 images. Received: 1"),
    ],
)
def test_image_grid_names_bad_input(ax, images, titles, message):
    with pytest.raises(ValueError, match=message):
        plotting.image_grid(ax, images, titles)


def test_confusion_matrix_counts_true_rows_against_predicted_columns(ax):
    y_true, y_predicted = np.array([0, 0, 0, 1, 2]), np.array([0, 0, 2, 1, 1])
    assert plotting.confusion_matrix(ax, y_true, y_predicted, labels=["a", "b", "c"]) is ax
    shown = {text.get_position()[::-1]: text.get_text() for text in ax.texts}
    assert shown == {(0, 0): "2", (0, 2): "1", (1, 1): "1", (2, 1): "1"}
    shares = np.asarray(ax.images[0].get_array())
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("predicted class", "true class")
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([0, 1], [0]), r"Received: \(2,\) and \(1,\)"),
        (([0, 1], [0, 3], ["a", "b"]), "labels must name 4 classes"),
    ],
)
def test_confusion_matrix_names_bad_input(ax, arguments, message):
    with pytest.raises(ValueError, match=message):
        plotting.confusion_matrix(ax, *arguments)


def test_importing_course_lib_imports_numpy_only():
    folder = Path(course_lib.__file__).parent
    files = [file.relative_to(folder.parent) for file in folder.rglob("*.py")]
    modules = [
        ".".join(file.with_suffix("").parts) for file in files if "plotting" not in file.parts
    ]
    assert len(modules) > 20
    code = (
        f"import sys, importlib\nfor module in {modules}: importlib.import_module(module)\n"
        "heavy = 'matplotlib', 'scipy', 'tensorflow', 'keras', 'IPython', 'tqdm', 'mlxtend'\n"
        "print([m for m in heavy if m in sys.modules])"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "[]"
