"""What came out of training: histories, images, and what was mistaken for what."""

import numpy as np

from course_lib.plotting.style import label_line

__all__ = ["confusion_matrix", "history", "image_grid"]


def history(ax, record, names=None, ylabel="loss"):
    """Draw what was recorded during training, one labelled line per quantity.

    A quantity ``"val_..."`` has the colour of the quantity without the prefix, and is dashed.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    record : dict of str to list of float
        From :func:`course_lib.training.fit`: one value per epoch.
    names : sequence of str, optional
        Which quantities; ``"loss"`` and, if there, ``"val_loss"`` by default.
    ylabel : str
        What they are.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If a name is not in the record.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> fig, ax = plt.subplots()
    >>> ax = history(ax, {"loss": [1.0, 0.5], "val_loss": [1.1, 0.7]})
    >>> [line.get_linestyle() for line in ax.lines]
    ['-', '--']
    >>> plt.close(fig)
    """
    names = [n for n in ("loss", "val_loss") if n in record] if names is None else names
    colors = {}
    for name in names:
        if name not in record:
            raise ValueError(f"names must be among {sorted(record)}. Received: {name!r}")
        quantity = name.removeprefix("val_")
        epochs = np.arange(1, len(record[name]) + 1)
        style = "-" if quantity == name else "--"
        (line,) = ax.plot(epochs, record[name], style, color=colors.get(quantity))
        colors[quantity] = line.get_color()
        label_line(line, name.replace("_", " "))
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.set(xlabel="epoch", ylabel=ylabel)
    return ax


def image_grid(ax, images, titles=None, n_columns=10, gap=2):
    """Draw small grey images side by side, dark on white, with a title above each.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    images : ndarray, (N, H, W) or (N, H, W, 1)
        Grey values; the largest is black, the smallest white.
    titles : sequence of str, optional
        One for each image.
    n_columns : int
        Images in a row.
    gap : int
        Pixels between two images.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If the images have another shape, or there is not one title for each.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> fig, ax = plt.subplots()
    >>> ax = image_grid(ax, np.random.default_rng(0).uniform(size=(12, 8, 8, 1)), n_columns=6)
    >>> ax.images[0].get_array().shape
    (18, 58)
    >>> plt.close(fig)
    """
    images = np.asarray(images)
    if images.ndim == 4 and images.shape[-1] == 1:
        images = images[..., 0]
    if images.ndim != 3 or len(images) == 0:
        raise ValueError(f"images must be (N, H, W) or (N, H, W, 1). Received: {images.shape}")
    if titles is not None and len(titles) != len(images):
        raise ValueError(
            f"titles must be one for each of {len(images)} images. Received: {len(titles)}"
        )
    n, height, width = images.shape
    gap_above = gap if titles is None else max(gap, height // 3)
    n_columns = min(n_columns, n)
    n_rows = -(-n // n_columns)
    # Rows of the mosaic above the first images hold their titles, if there are any.
    top = 0 if titles is None else gap_above
    mosaic = np.full(
        (top + n_rows * (height + gap_above) - gap_above, n_columns * (width + gap) - gap),
        images.min(),
        dtype=images.dtype,
    )
    for i, image in enumerate(images):
        row = top + i // n_columns * (height + gap_above)
        column = i % n_columns * (width + gap)
        mosaic[row : row + height, column : column + width] = image
        if titles is not None:
            ax.text(column + width / 2, row - 1, titles[i], ha="center", va="bottom", fontsize=10)
    ax.imshow(mosaic, cmap="gray_r", interpolation="nearest")
    ax.set_axis_off()
    return ax


def confusion_matrix(ax, y_true, y_predicted, labels=None):
    """Draw how often each class was taken for each class; right answers are on the diagonal.

    The shade is the share of a row, the numbers are counts; zeros are left blank.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    y_true, y_predicted : ndarray of int, (N,)
        Classes 0, 1, ...
    labels : sequence of str, optional
        Their names; the numbers by default.

    Returns
    -------
    matplotlib.axes.Axes
        `ax`.

    Raises
    ------
    ValueError
        If the lengths differ, or there are not enough labels.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> fig, ax = plt.subplots()
    >>> ax = confusion_matrix(ax, np.array([0, 0, 1]), np.array([0, 1, 1]))
    >>> [text.get_text() for text in ax.texts]
    ['1', '1', '1']
    >>> plt.close(fig)
    """
    y_true, y_predicted = np.asarray(y_true), np.asarray(y_predicted)
    if y_true.shape != y_predicted.shape or y_true.ndim != 1 or len(y_true) == 0:
        raise ValueError(
            "y_true and y_predicted must have the same shape (N,). "
            f"Received: {y_true.shape} and {y_predicted.shape}"
        )
    n_classes = int(max(y_true.max(), y_predicted.max())) + 1
    labels = [str(k) for k in range(n_classes)] if labels is None else list(labels)
    if len(labels) < n_classes:
        raise ValueError(f"labels must name {n_classes} classes. Received: labels={labels}")
    counts = np.zeros((len(labels), len(labels)), dtype=int)
    np.add.at(counts, (y_true, y_predicted), 1)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ax.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for i, j in np.argwhere(counts):
        color = "white" if shares[i, j] > 0.5 else "black"
        ax.text(j, i, str(counts[i, j]), ha="center", va="center", color=color, fontsize=9)
    ticks = range(len(labels))
    ax.set(xticks=ticks, yticks=ticks, xticklabels=labels, yticklabels=labels)
    ax.set(xlabel="predicted class", ylabel="true class")
    return ax
