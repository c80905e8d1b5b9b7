# SGD with momentum, L2, the loss as a function; no Input layer.
def build_cnn():
    layers, penalty = keras.layers, keras.regularizers.L2(1e-4)
    network = keras.Sequential()
    network.add(layers.Conv2D(12, 5, activation="relu", kernel_regularizer=penalty))
    network.add(layers.MaxPooling2D(2))
    network.add(layers.Conv2D(32, 3, activation="relu", kernel_regularizer=penalty))
    network.add(layers.MaxPooling2D(2))
    network.add(layers.Flatten())
    network.add(layers.Dense(50, activation="relu"))
    network.add(layers.Dense(10))
    network.add(layers.Softmax())
    network.compile(keras.optimizers.SGD(0.05, momentum=0.9), keras.losses.sparse_categorical_crossentropy)
    return network
