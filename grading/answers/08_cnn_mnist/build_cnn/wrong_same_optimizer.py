# One optimizer for all models: the second one cannot be trained. [2 points]
optimizer = keras.optimizers.Adam()


def build_cnn():
    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(8, 3, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer, "sparse_categorical_crossentropy")
    return network
