"""The Keras CNN for digits has the layers that its switches ask for, and learns."""

import numpy as np
import pytest

from course_lib.activations import relu
from course_lib.digit_cnn import digit_cnn
from course_lib.layers import Conv2D, Dense, MaxPool2D
from course_lib.mnist import load_mnist


def names(network):
    return [type(layer).__name__ for layer in network.layers]


@pytest.mark.parametrize(
    ("switches", "extra"),
    [
        ({}, set()),
        ({"batch_norm": True}, {"BatchNormalization"}),
        ({"dropout": 0.3}, {"Dropout"}),
        ({"augment": True}, {"RandomTranslation", "RandomRotation"}),
    ],
)
def test_a_switch_adds_its_layers_and_no_others(switches, extra):
    assert set(names(digit_cnn(**switches))) - set(names(digit_cnn())) == extra


def test_parameters_are_those_that_one_counts():
    by_hand = (9 * 1 + 1) * 16 + (9 * 16 + 1) * 32 + (5 * 5 * 32 + 1) * 64 + 65 * 10
    assert digit_cnn().count_params() == by_hand
    assert digit_cnn(batch_norm=True).count_params() == by_hand + 3 * (16 + 32)
    small = digit_cnn(filters=(8, 16), units=20)
    assert small.count_params() == 10 * 8 + 73 * 16 + 401 * 20 + 21 * 10


def test_it_computes_what_the_numpy_layers_compute():
    network = digit_cnn()
    K1, b1, K2, b2, W1, c1, W2, c2 = network.get_weights()
    rng = np.random.default_rng(0)
    A = X = rng.uniform(size=(5, 28, 28, 1)).astype(np.float32)
    for K, b in ((K1, b1), (K2, b2)):
        layer = Conv2D(K.shape[2], K.shape[3], 3, rng)
        layer.params = {"K": K, "b": b}
        A = MaxPool2D(2).forward(relu(layer.forward(A)))
    A = A.reshape(5, -1)
    for W, c in ((W1, c1), (W2, c2)):
        layer = Dense(*W.shape, rng)
        layer.params = {"W": W, "b": c}
        A = layer.forward(relu(A) if W is W2 else A)
    theirs = network.predict(X, verbose=0)
    assert np.abs(theirs).max() > 0.01
    np.testing.assert_allclose(A, theirs, atol=1e-5)


def test_augmentation_and_dropout_are_for_training_only():
    network = digit_cnn(dropout=0.5, augment=True)
    X = load_mnist().X_train[:4]
    once, again = (np.asarray(network(X, training=False)) for _ in range(2))
    np.testing.assert_array_equal(once, again)
    assert np.abs(np.asarray(network(X, training=True)) - once).max() > 1e-3


def test_augmentation_keeps_the_digit_in_sight():
    shift, turn = digit_cnn(augment=True).layers[:2]
    X = load_mnist().X_train[:200]
    changed = np.asarray(turn(shift(X, training=True), training=True))
    ink = changed.sum(axis=(1, 2, 3)) / X.sum(axis=(1, 2, 3))
    assert np.abs(changed - X).mean() > 0.01
    assert 0.9 < ink.mean() < 1.1
    assert ink.min() > 0.7


def test_it_learns_in_one_epoch():
    import keras

    keras.utils.set_random_seed(0)
    X_train, y_train, X_test, y_test = load_mnist()
    network = digit_cnn(learning_rate=3e-3)
    network.fit(X_train, y_train, batch_size=32, verbose=0)
    assert np.mean(network.predict(X_test, verbose=0).argmax(axis=1) == y_test) > 0.85


@pytest.mark.parametrize("dropout", [-0.1, 1.0])
def test_rate_of_dropout_is_checked(dropout):
    with pytest.raises(ValueError, match=f"Received: dropout={dropout}"):
        digit_cnn(dropout=dropout)
