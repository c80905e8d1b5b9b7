r"""A small convolutional network for digits, in Keras, with the three usual additions as switches.

The chapter on convolution studies the switches one by one; ``benchmarks/mnist_full.py`` trains the
network with all of them on 60 000 digits. Keras is imported when a network is built.
"""

__all__ = ["digit_cnn"]


def digit_cnn(
    batch_norm=False, dropout=0.0, augment=False, learning_rate=1e-3, filters=(16, 32), units=64
):
    r"""Build and compile a CNN for images of 28 × 28 pixels and ten classes.

    Two blocks of 3 × 3 convolution, ReLU and 2 × 2 max-pooling, a dense layer with ReLU, and ten
    **logits**. With the default sizes these are 56 714 parameters, most of them between the 800
    outputs of the last pooling and the dense layer.

    Parameters
    ----------
    batch_norm : bool
        Batch normalisation between each convolution and its ReLU (which then needs no bias), with
        a momentum of 0.9, so that the running statistics are in time for short trainings.
    dropout : float
        Rate of dropout before the dense layer, in [0, 1); none if 0.
    augment : bool
        In training, shift each image by up to a tenth of its size (2.8 pixels) along each axis and
        turn it by up to 0.03 turns (10.8 degrees), at random, anew in every epoch.
    learning_rate : float or keras.optimizers.schedules.LearningRateSchedule
        Of Adam.
    filters : tuple of int
        Kernels of each block.
    units : int
        Of the dense layer.

    Returns
    -------
    keras.Sequential
        Compiled with Adam, cross-entropy of integer labels from logits, and the accuracy.

    Raises
    ------
    ValueError
        If `dropout` is not in [0, 1).

    References
    ----------
    LeCun, Bottou, Bengio, Haffner (1998), *Gradient-based learning applied to document
    recognition*: the architecture, with other sizes and activations.

    Examples
    --------
    >>> network = digit_cnn(dropout=0.3)
    >>> network.count_params(), network.output_shape
    (56714, (None, 10))
    >>> digit_cnn(batch_norm=True).count_params()  # no biases; four numbers a kernel instead
    56858
    """
    if not 0 <= dropout < 1:
        raise ValueError(f"dropout must be in [0, 1). Received: dropout={dropout}")
    import keras
    from keras import layers

    network = [keras.Input((28, 28, 1))]
    if augment:
        network += [
            layers.RandomTranslation(0.1, 0.1, fill_mode="constant"),
            layers.RandomRotation(0.03, fill_mode="constant"),
        ]
    for n_filters in filters:
        network.append(layers.Conv2D(n_filters, 3, use_bias=not batch_norm))
        if batch_norm:
            network.append(layers.BatchNormalization(momentum=0.9))
        network += [layers.ReLU(), layers.MaxPooling2D(2)]
    network.append(layers.Flatten())
    if dropout:
        network.append(layers.Dropout(dropout))
    network += [layers.Dense(units, activation="relu"), layers.Dense(10)]
    model = keras.Sequential(network, name="digit_cnn")  # tests of students' own know it by this
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
