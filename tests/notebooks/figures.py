"""The figures of notebooks, and how different two of them are."""

import base64
import io

import matplotlib.pyplot as plt
import numpy as np

#: Largest mean difference of two figures, of 1 for black against white: fonts may be hinted
#: differently, curves may not move.
TOLERANCE = 0.004

#: A cell with this tag draws times, or a training run in which rounding errors grow: what it shows
#: depends on the machine.
OWN_MACHINE = "own-machine"


def figures(notebook, reproducible=False):
    """All PNG figures of a notebook with their cell's source and their alternative text."""
    found = []
    for cell in notebook.cells:
        if reproducible and OWN_MACHINE in cell.metadata.get("tags", []):
            continue
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                alt = output.metadata.get("image/png", {}).get("alt", "")
                found.append((cell.source, output.data["image/png"], alt))
    return found


def pixels(png):
    """The grey values of a figure."""
    image = plt.imread(io.BytesIO(base64.b64decode(png)), format="png")
    return image[..., :3].mean(axis=2)


def figure_difference(png, other):
    """The mean difference of two figures: 0 for the same, 1 for sizes that differ."""
    a, b = pixels(png), pixels(other)
    return 1.0 if a.shape != b.shape else float(np.abs(a - b).mean())


def moved_figures(old, new):
    """What is wrong with the figures of a new run, one line for each."""
    old, new = figures(old, reproducible=True), figures(new, reproducible=True)
    if len(old) != len(new):
        return [f"{len(old)} figures are now {len(new)}"]
    differences = [figure_difference(one[1], two[1]) for one, two in zip(old, new, strict=True)]
    return [
        f"{difference:.4f} in the figure of {source[:60]!r}"
        for difference, (source, _, _) in zip(differences, old, strict=True)
        if difference >= TOLERANCE
    ]
