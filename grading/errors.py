"""The one exception for what a user can cause and mend."""


class CourseError(Exception):
    """Something the user can put right.

    The message names what is wrong and what to do about it. The command line prints it without a
    traceback and exits with status 1.
    """
