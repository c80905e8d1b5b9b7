# The network of the library instead of one's own. [0 points]
from course_lib.digit_cnn import digit_cnn


def build_cnn():
    return digit_cnn(batch_norm=True)
