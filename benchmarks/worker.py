"""One library in a process of its own: trains when told to, and says how long it took.

Usage: python worker.py {course_lib,keras} {all,one} N_DIGITS EPOCHS

Reads the name of a network, "MLP" or "CNN", from each line of its input, trains it, and answers
with the seconds of one epoch. Threads and cores are settled before anything is imported.
"""

import os
import sys
import time

LIBRARY, CORES = sys.argv[1:3]
N_DIGITS, EPOCHS = map(int, sys.argv[3:])
BATCH_SIZE = 64

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}
if CORES == "one":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def course_lib_trainers(X, y):
    """Functions that train the two networks of course_lib for some epochs, by name."""
    import numpy as np

    from course_lib.activations import relu, relu_prime
    from course_lib.layers import Activation, Conv2D, Dense, Flatten, MaxPool2D
    from course_lib.network import Sequential
    from course_lib.optimizers import Adam
    from course_lib.training import fit

    rng = np.random.default_rng(0)
    mlp = [Dense(784, 128, rng), Activation(relu, relu_prime), Dense(128, 10, rng)]
    cnn = [
        *(Conv2D(1, 8, 3, rng), Activation(relu, relu_prime), MaxPool2D(2)),
        *(Conv2D(8, 16, 3, rng), Activation(relu, relu_prime), MaxPool2D(2)),
        *(Flatten(), Dense(400, 10, rng)),
    ]

    def trainer(layers, X):
        network = Sequential(layers).astype(np.float32)
        return lambda: fit(network, X, y, Adam(), rng, epochs=EPOCHS, batch_size=BATCH_SIZE)

    return {"MLP": trainer(mlp, X.reshape(len(X), -1)), "CNN": trainer(cnn, X)}


def keras_trainers(X, y):
    """The same for Keras."""
    import keras
    from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D

    mlp = [Dense(128, activation="relu"), Dense(10)]
    cnn = [
        *(Conv2D(8, 3, activation="relu"), MaxPooling2D()),
        *(Conv2D(16, 3, activation="relu"), MaxPooling2D()),
        *(Flatten(), Dense(10)),
    ]

    def trainer(layers, X):
        network = keras.Sequential([Input(X.shape[1:]), *layers])
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        network.compile(optimizer="adam", loss=loss)
        return lambda: network.fit(X, y, epochs=EPOCHS, batch_size=BATCH_SIZE, verbose=0)

    return {"MLP": trainer(mlp, X.reshape(len(X), -1)), "CNN": trainer(cnn, X)}


def main():
    from course_lib.datasets import load_mnist

    digits = load_mnist("5k")
    X, y = digits.X_train[:N_DIGITS], digits.y_train[:N_DIGITS]
    trainers = {"course_lib": course_lib_trainers, "keras": keras_trainers}[LIBRARY](X, y)
    for line in sys.stdin:
        start = time.perf_counter()
        trainers[line.strip()]()
        print((time.perf_counter() - start) / EPOCHS, flush=True)


if __name__ == "__main__":
    main()
