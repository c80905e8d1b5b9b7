# Functional, three blocks that keep the size, a larger window first; names for the loss; no metrics.
def build_cnn():
    layers = keras.layers
    image = keras.Input((28, 28, 1))
    maps = image
    for filters, window in ((24, 5), (32, 3), (32, 3)):
        maps = layers.Conv2D(filters, window, padding="same", activation="relu")(maps)
        maps = layers.MaxPooling2D(2)(maps)
    units = layers.Dense(64, activation="relu")(layers.Dropout(0.2)(layers.Flatten()(maps)))
    model = keras.Model(image, layers.Dense(10, activation="softmax")(units))
    model.compile(optimizer=keras.optimizers.Adam(2e-3), loss="sparse_categorical_crossentropy")
    return model
