"""``python -m course_lib.handing_in NOTEBOOK [FILES]``: look before you hand in."""

import argparse
import sys

DESCRIPTION = """\
Look at your notebook as a grader's machine will see it, before you hand it in: is it whole, are all
cells there, does it run from top to bottom in a fresh Python, and which of the checks that you can
see pass? Nothing is changed and nothing is sent anywhere."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return 0 if the notebook is ready, 1 if not, 2 if asked wrongly."""
    parser = argparse.ArgumentParser(
        prog="python -m course_lib.handing_in", description=DESCRIPTION
    )
    parser.add_argument("notebook", metavar="NOTEBOOK", help="your notebook; save it first")
    parser.add_argument(
        "files", metavar="FILE", nargs="*", help="what you hand in with it: it runs with these only"
    )
    parser.add_argument(
        "--release", metavar="FILE", help="the notebook as you got it, if yours has lost the list"
    )
    parser.add_argument("--no-run", action="store_true", help="only look at the file, run nothing")
    given = parser.parse_args(arguments)
    try:
        from course_lib.handing_in.checking import check
    except ModuleNotFoundError as error:
        print(
            f"{error.name} is not installed in this Python ({sys.executable}). It comes with "
            "Jupyter: start this in the Python that you run Jupyter with, or run: "
            "pip install nbformat nbclient ipykernel",
            file=sys.stderr,
        )
        return 2
    try:
        report = check(given.notebook, given.files, given.release, run=not given.no_run)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(report)
    return 0 if report.ready or (given.no_run and not report.problems) else 1


if __name__ == "__main__":
    sys.exit(main())
