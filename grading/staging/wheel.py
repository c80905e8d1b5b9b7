"""A chapter's library as a wheel: the same bytes from the same files, on every machine.

The format is that of the *binary distribution format* specification (PyPA): a zip archive with the
package and a folder of metadata. It is written here because build back ends build from a project's
folder, and there is none of a staged library; pip installs the result in the tests.
"""

import base64
import hashlib
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path

from grading.errors import CourseError
from grading.staging.library import PACKAGE, staged, version

#: The earliest time that a zip archive can hold: when a wheel was made is nobody's business.
EPOCH = (1980, 1, 1, 0, 0, 0)
DISTRIBUTION = "course-lib"
README = """\
# course_lib for {chapter}

The NumPy library of the course *Neural networks, measured*, as students of this chapter have it:
what earlier chapters taught is complete, what this chapter and later ones ask you to write is
there by name, with what it should do. Each chapter brings its own.
"""


def wheel_name(number: str) -> str:
    """Return the name of the file: ``course_lib-0.1.0.5-py3-none-any.whl``."""
    return f"{PACKAGE}-{number}-py3-none-any.whl"


def make_wheel(chapter: str, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Make the wheel of a chapter's library.

    Parameters
    ----------
    chapter : str
        Whose.
    files : mapping, optional
        The chapter's library, from `grading.staging.library.staged`.

    Returns
    -------
    name, content : str, bytes
        What the file must be called, and what is in it.
    """
    number = version(files)
    info = f"{PACKAGE}-{number}.dist-info"
    contents = {**files}
    contents[f"{info}/METADATA"] = _metadata(number, chapter)
    contents[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: course\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    contents[f"{info}/licenses/LICENSE"] = _license()
    record = f"{info}/RECORD"
    rows = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in contents.items()]
    contents[record] = ("\n".join([*rows, f"{record},,"]) + "\n").encode()
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as wheel:
        for path, data in contents.items():
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            wheel.writestr(entry, data)
    return wheel_name(number), archive.getvalue()


def find_wheel(folder: Path) -> Path | None:
    """Return the wheel of the library in a folder; None if there is none.

    Raises
    ------
    CourseError
        If there is more than one: nobody knows then which one students have.
    """
    wheels = sorted(folder.glob(f"{PACKAGE}-*.whl"))
    if len(wheels) > 1:
        names = ", ".join(one.name for one in wheels)
        raise CourseError(f"{folder} has more than one course_lib: {names}. Release it again.")
    return wheels[0] if wheels else None


def released_library(release: Path, chapter: str) -> dict[str, bytes]:
    """Return the library that students of a chapter have, for their answers to run with.

    Parameters
    ----------
    release : Path
        The folder that they got. The wheel in it counts; where there is none, what it would hold.
    chapter : str
        Which chapter.
    """
    wheel = find_wheel(release)
    files = staged(chapter) if wheel is None else read_wheel(wheel)
    return {path: data for path, data in files.items() if path.startswith(f"{PACKAGE}/")}


def read_wheel(path: Path) -> dict[str, bytes]:
    """Return all files of a wheel by their path.

    Raises
    ------
    CourseError
        If it is no wheel.
    """
    try:
        with zipfile.ZipFile(path) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/")}
    except (OSError, zipfile.BadZipFile) as error:
        raise CourseError(f"{path} cannot be read ({error}). Release the chapter again.") from None


def _metadata(number: str, chapter: str) -> bytes:
    """Return the wheel's metadata: what the whole distribution says, for its library only."""
    whole = _distribution()
    needed = [one for one in whole.requires or [] if "extra ==" not in one]
    headers = [
        "Metadata-Version: 2.4",
        f"Name: {DISTRIBUTION}",
        f"Version: {number}",
        f"Summary: The NumPy library of the course, as students of {chapter} have it",
        f"Requires-Python: {whole.metadata['Requires-Python']}",
        *(f"Requires-Dist: {one}" for one in sorted(needed)),
        "License-Expression: MIT",
        "License-File: LICENSE",
        "Description-Content-Type: text/markdown",
    ]
    return ("\n".join(headers) + "\n\n" + README.format(chapter=chapter)).encode()


def _license() -> bytes:
    """Return the licence of the code."""
    text = _distribution().read_text("licenses/LICENSE")
    if text is None:
        raise CourseError("The installed course-lib has no licence: install it again.")
    return text.encode()


def _distribution():
    try:
        return distribution(DISTRIBUTION)
    except PackageNotFoundError:
        raise CourseError(f"{DISTRIBUTION} is not installed: pip install --editable .") from None


def _digest(data: bytes) -> str:
    """Return a digest as a wheel's record has it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
