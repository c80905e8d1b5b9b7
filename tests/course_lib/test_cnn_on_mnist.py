"""All parts together: a small convolutional network learns digits, to what Keras's reaches."""

import numpy as np

from course_lib.activations import relu, relu_prime
from course_lib.layers import Activation, Conv2D, Dense, Flatten, MaxPool2D
from course_lib.losses import accuracy
from course_lib.mnist import load_mnist
from course_lib.network import Sequential
from course_lib.optimizers import Adam
from course_lib.schedules import cosine
from course_lib.training import evaluate, fit


def small_cnn(rng):
    """8c3-p-16c3-p-10, in float32."""
    return Sequential(
        [
            Conv2D(1, 8, 3, rng),
            Activation(relu, relu_prime),
            MaxPool2D(2),
            Conv2D(8, 16, 3, rng),
            Activation(relu, relu_prime),
            MaxPool2D(2),
            Flatten(),
            Dense(400, 10, rng),
        ]
    ).astype(np.float32)


def test_a_cnn_reads_95_percent_of_the_held_out_digits():
    X_train, y_train, X_test, y_test = load_mnist("5k")
    rng = np.random.default_rng(0)
    network = small_cnn(rng)
    assert sum(theta.size for theta in network.params.values()) == 5258
    epochs, batch_size, learning_rate = 10, 32, 0.004
    n_steps = epochs * len(X_train) // batch_size
    fit(
        network,
        X_train,
        y_train,
        Adam(),
        rng,
        epochs=epochs,
        batch_size=batch_size,
        schedule=lambda t: cosine(t, learning_rate, n_steps),
    )
    result = evaluate(network, X_test, y_test, metrics={"accuracy": accuracy})
    assert {theta.dtype for theta in network.params.values()} == {np.dtype(np.float32)}
    assert result["accuracy"] >= 0.95
    # the same network with its digits turned upside down reads far fewer of them
    turned = evaluate(network, X_test[:, ::-1, ::-1], y_test, metrics={"accuracy": accuracy})
    assert turned["accuracy"] < 0.6
