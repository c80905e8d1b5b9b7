"""How many of MNIST's 10 000 test digits does the CNN of chapter 8 read? See MNIST.md.

Usage: python benchmarks/mnist_full.py mnist.npz [--epochs 20] [--seed 0] [--write]

The file has Keras's layout: x_train, y_train, x_test, y_test. The digits of chapter 8's own set are
among its training digits.
"""

import argparse
import os
import platform
import re
import time
from importlib.metadata import version
from pathlib import Path

from course_lib.digit_cnn import digit_cnn
from course_lib.mnist import Digits, load_mnist

HERE = Path(__file__).parent
TABLE = re.compile("(?<=<!-- table -->\n).*?(?=<!-- end of the table -->)", re.S)
N_DEV = 5000
BATCH_SIZE = 128
LARGEST_RATE = 2e-3
TARGET = 0.992


def train(digits: Digits, epochs: int, seed: int, n_dev: int = N_DEV):
    """Train on all but the last `n_dev` training digits; return the network and dev accuracies."""
    import keras

    keras.utils.set_random_seed(seed)
    X, y = digits.X_train[:-n_dev], digits.y_train[:-n_dev]
    steps = epochs * -(-len(X) // BATCH_SIZE)
    rate = keras.optimizers.schedules.CosineDecay(LARGEST_RATE, steps)
    network = digit_cnn(batch_norm=True, dropout=0.3, augment=True, learning_rate=rate)
    dev = digits.X_train[-n_dev:], digits.y_train[-n_dev:]
    history = network.fit(
        X, y, batch_size=BATCH_SIZE, epochs=epochs, validation_data=dev, verbose=2
    )
    return network, history.history["val_accuracy"]


def share_read(network, X, y) -> float:
    """Share of the digits that the network reads as they are labelled."""
    return float((network.predict(X, batch_size=1000, verbose=0).argmax(axis=1) == y).mean())


def table(digits: Digits, epochs: int, seed: int, n_dev: int = N_DEV) -> str:
    """Train, open the test set once, and say what came out."""
    begun = time.perf_counter()
    network, dev_accuracies = train(digits, epochs, seed, n_dev)
    seconds = time.perf_counter() - begun
    test_accuracy = share_read(network, digits.X_test, digits.y_test)  # once, and last
    error = (test_accuracy * (1 - test_accuracy) / len(digits.y_test)) ** 0.5
    verdict = "met" if test_accuracy >= TARGET else "missed"
    rows = [
        ("digits to train on / dev / test",
         f"{len(digits.y_train) - n_dev} / {n_dev} / {len(digits.y_test)}"),
        ("parameters", f"{network.count_params()}"),
        ("epochs of training, seed", f"{epochs}, {seed}"),
        ("seconds of training", f"{seconds:.0f}"),
        ("accuracy on the dev digits, last epoch", f"{dev_accuracies[-1]:.2%}"),
        ("**accuracy on the test digits**",
         f"**{test_accuracy:.2%}** ± {error:.2%}; ≥ {TARGET:.1%}: {verdict}"),
    ]  # fmt: skip
    versions = ", ".join(f"{name} {version(name)}" for name in ("tensorflow", "keras"))
    lines = ["| | |", "|---|--:|", *(f"| {name} | {value} |" for name, value in rows), ""]
    lines += [f"Python {platform.python_version()}, {versions}; {os.cpu_count()} cores.", ""]
    return "\n".join(lines)


def main():
    """Train on the file that is named, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="mnist.npz, as Keras downloads it")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="put the table into MNIST.md")
    arguments = parser.parse_args()
    os.environ["COURSE_MNIST"] = str(arguments.file.resolve())
    result = table(load_mnist("full"), arguments.epochs, arguments.seed)
    print(result)
    if arguments.write:
        page = HERE / "MNIST.md"
        text = TABLE.sub(lambda _: result, page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
