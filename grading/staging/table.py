"""What students write, and which parts of `course_lib` do the same.

A name is that of a module or package of `course_lib`, then that of the function or method:
``layers.Dense.forward`` is the method in whatever file of ``course_lib/layers`` has the class.
A chapter's order is the number in front of its name.
"""

from itertools import chain

from grading.errors import CourseError

#: For each chapter the functions that it asks for, and the references that do the same work. No
#: reference: nothing in the library does.
WRITTEN: dict[str, dict[str, tuple[str, ...]]] = {
    "01_universal_approximation": {
        "shallow_network": ("approximation.shallow_network",),
        "fit_output_weights": ("approximation.fit_output_weights",),
        "relu_interpolant": ("approximation.relu_interpolant",),
        "feature_rank": ("approximation.feature_rank",),
        "tent_network": ("approximation.tent_network",),
        "count_linear_pieces": ("approximation.count_linear_pieces",),
    },
    "02_activations": {
        "collapse_linear": (),
        "sigmoid": ("activations.sigmoid",),
        "sigmoid_prime": ("activations.sigmoid_prime",),
        "relu": ("activations.relu",),
        "relu_prime": ("activations.relu_prime",),
        "leaky_relu": ("activations.leaky_relu",),
        "leaky_relu_prime": ("activations.leaky_relu_prime",),
        "elu": ("activations.elu",),
        "elu_prime": ("activations.elu_prime",),
        "dead_fraction": (),
        "softmax": ("activations.softmax",),
        "cross_entropy": ("losses.cross_entropy",),
        "cross_entropy_gradient": ("losses.cross_entropy_gradient",),
    },
    "03_backpropagation": {
        "logistic_gradient": (
            "losses.binary_cross_entropy",
            "losses.binary_cross_entropy_gradient",
        ),
        "forward": (
            "layers.Dense.forward",
            "layers.Activation.forward",
            "network.Sequential.forward",
        ),
        "backward": (
            "layers.Dense.backward",
            "layers.Dense.backward_params",
            "layers.Activation.backward",
            "network.Sequential.backward",
            "network.Sequential.backward_params",
        ),
        "numerical_gradient": ("gradient_check.numerical_gradient",),
        "glorot_normal": ("initializers.glorot_normal",),
        "he_normal": ("initializers.he_normal",),
        "train_spiral": ("training.fit",),
    },
    "04_sgd_noise_ball": {
        "minibatches": ("training.minibatches",),
        "simulate_sgd": ("noise_ball.simulate_sgd",),
        "noise_ball": ("noise_ball.noise_ball",),
        "exact_stationary": ("noise_ball.exact_stationary",),
        "largest_learning_rate": ("noise_ball.largest_learning_rate",),
        "inverse_time": ("schedules.inverse_time",),
        "exponential": ("schedules.exponential",),
        "power": ("schedules.power",),
        "piecewise": ("schedules.piecewise",),
        "triangular": ("schedules.triangular",),
    },
    "05_optimizers": {
        "ema": (),
        "momentum_step": ("optimizers.Momentum.step",),
        "nesterov_step": ("optimizers.look_ahead_step",),
        "adagrad_step": ("optimizers.AdaGrad.step",),
        "rmsprop_step": ("optimizers.RMSProp.step",),
        "adadelta_step": ("optimizers.Adadelta.step",),
        "adam_step": ("optimizers.Adam.step",),
        "adamax_step": ("optimizers.Adamax.step",),
        "amsgrad_step": ("optimizers.AMSGrad.step",),
        "bfgs_update": ("quasi_newton.bfgs_update",),
    },
    "06_batch_normalization": {
        "standardize_fit": (),
        "standardize": (),
        "minmax_fit": (),
        "minmax": (),
        "batchnorm_forward": ("layers.BatchNorm.forward",),
        "batchnorm_backward": ("layers.BatchNorm.backward",),
        "fold_batchnorm": (),
    },
    "07_dropout": {
        "diagnose": (),
        "ridge_fit": (),
        "l2_gradient": ("regularizers.L2.gradient",),
        "soft_threshold": ("regularizers.soft_threshold",),
        "lasso_ista": (),
        "dropout_forward": ("layers.Dropout.forward",),
        "dropout_backward": ("layers.Dropout.backward",),
        "dropout_linear_loss": (),
        "early_stopping_epoch": ("training.early_stopping_epoch",),
    },
    "08_cnn_mnist": {
        "conv_output_size": ("layers.output_size",),
        "count_parameters": (),
        "conv2d_forward": ("layers.Conv2D.forward",),
        "conv2d_backward": ("layers.Conv2D.backward", "layers.Conv2D.backward_params"),
        "max_pool_forward": ("layers.MaxPool2D.forward",),
        "max_pool_backward": ("layers.MaxPool2D._shares",),
        "build_cnn": (),
    },
    "09_deep_world": {
        "ball_to_cube_ratio": ("deep_world.ball_to_cube_ratio",),
        "distance_contrast": ("deep_world.distance_contrast",),
        "random_trials_needed": ("deep_world.random_trials_needed",),
        "grid_size": ("deep_world.grid_size",),
        "split": ("deep_world.split",),
        "min_norm_fit": ("deep_world.min_norm_fit",),
        "double_descent": ("deep_world.double_descent",),
        "classify_stationary_point": ("deep_world.classify_stationary_point",),
    },
    "10_char_rnn": {
        "encode": (),
        "decode": (),
        "rnn_forward": ("layers.SimpleRNN.forward",),
        "rnn_backward": ("layers.SimpleRNN.backward",),
        "clip_by_global_norm": (),
        "sample": (),
    },
}

#: What a chapter does not ask for by name, but what would hand over an answer when it is called or
#: read: it is withheld as long as the references of that chapter are.
GIVES_AWAY: dict[str, tuple[str, ...]] = {
    "02_activations": ("activations.log_softmax",),
    "04_sgd_noise_ball": (
        "noise_ball.exact_mean_square",
        "noise_ball.exact_stationary_momentum",
    ),
    "05_optimizers": (
        "noise_ball.simulate_sgd",  # taught in chapter 4, but with momentum in it
        "optimizers.ClassicalMomentum.step",
        "optimizers.Nesterov.step",
        "optimizers.ClassicalNesterov.step",
        "optimizers.damped_root",
        "optimizers.corrected_direction",
        "optimizers.Nadam.step",
    ),
    "06_batch_normalization": ("layers.BatchNorm._remember",),
    "07_dropout": ("training.fit",),  # it stops early
    "08_cnn_mnist": ("layers.taps", "layers._Pool2D.backward"),
    "09_deep_world": ("deep_world.log_ball_to_cube_ratio",),
}

#: What a chapter's given cells use before the chapter that asks for it: complete in its wheel, and
#: withheld again in the wheels after it. Nothing may be lent to the chapter that asks for it.
LENT: dict[str, tuple[str, ...]] = {
    "01_universal_approximation": (
        "activations.sigmoid",
        "activations.relu",
        "activations.elu",
    ),
}


def order(chapter: str) -> int:
    """Return a chapter's place in the course: the number in front of its name.

    >>> order("05_optimizers")
    5

    Raises
    ------
    CourseError
        If there is none.
    """
    number = chapter.partition("_")[0]
    if not number.isdecimal():
        raise CourseError(
            f"'{chapter}' does not begin with a number, as in 05_optimizers: so nobody knows "
            "which part of course_lib its students have."
        )
    return int(number)


def withheld(chapter: str) -> dict[str, str]:
    """Return what the `course_lib` of a chapter does not have, each with the reason.

    >>> withheld("09_deep_world")["deep_world.split"]
    'you write this in 09_deep_world'
    >>> "deep_world.split" in withheld("10_char_rnn")
    False
    """
    here = order(chapter)
    lent = {name for one, names in LENT.items() if order(one) == here for name in names}
    reasons = {}
    for one in WRITTEN:
        if order(one) < here:
            continue
        for name in chain.from_iterable(WRITTEN[one].values()):
            reasons.setdefault(name, f"you write this in {one}")
        for name in GIVES_AWAY.get(one, ()):
            reasons.setdefault(name, f"this would give away what you write in {one}")
    return {name: reason for name, reason in reasons.items() if name not in lent}
