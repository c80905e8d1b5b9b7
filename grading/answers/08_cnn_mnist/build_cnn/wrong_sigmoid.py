# Ten sigmoids, which do not add up to 1. [3 points]
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
            keras.layers.Dense(10, activation="sigmoid"),
        ]
    )
    network.compile("adam", "sparse_categorical_crossentropy")
    return network
