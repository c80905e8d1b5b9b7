"""A course's nbgrader_config.py: read, and compared with what a new course directory would have.

`course init` never overwrites a configuration, so one that an earlier version has made lacks what
came later. nbgrader would not miss it: the formgrader would show what runs scripts, feedback would
show hidden tests. So every command that uses the configuration says what is not there.
"""

from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

from traitlets.config import Config
from traitlets.config.loader import LazyConfigValue, PyFileConfigLoader

from grading.course_directory import CONFIG_NAME, Course
from grading.errors import CourseError
from grading.template_folders import NBGRADER_TEMPLATES, TEMPLATES

TEMPLATE = Path(TEMPLATES) / CONFIG_NAME
#: What runs submissions: without it, nbgrader would run them with the instructor's rights.
CONTAINED = "grading.preprocessors.CourseExecute"
#: What happens without the settings of a section.
WITHOUT = {
    "GenerateAssignment": "a release lacks what students need to begin, or to check their notebook",
    "Autograde": "plain `nbgrader autograde` repairs no submission, or does not contain it",
    "GenerateFeedback": "feedback shows hidden tests, or lets run what a student wrote",
    "HTMLExporter": "the formgrader lets run or loads what a student wrote, or needs a network",
}


def load_config(course: Course) -> Config:
    """Read the course's nbgrader_config.py.

    Raises
    ------
    CourseError
        If it cannot be read, or stops with an error.
    """
    try:
        return deepcopy(_read(course.config_path, course.config_path.stat().st_mtime_ns))
    except Exception as error:  # it is Python, so anything
        raise CourseError(f"{course.config_path}: {type(error).__name__}: {error}") from error


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Config:
    """Run a configuration, once for each time it was changed."""
    return PyFileConfigLoader(path.name, path=str(path.parent)).load_config()


def missing_settings(course: Course) -> dict[str, list[str]]:
    """Find what a configuration lacks of the template's, whoever has taken it out.

    Returns
    -------
    dict
        For each section that lacks something, its settings: ``{"HTMLExporter": ["filters"]}``.
    """
    config, template = load_config(course), _read(TEMPLATE, 0)
    missing: dict[str, list[str]] = {}
    for section in WITHOUT:
        for name, value in template[section].items():
            there = set(_ours(config[section].get(name))) if section in config else set()
            if not set(_ours(value)) <= there:
                missing.setdefault(section, []).append(name)
    return missing


def settings_note(course: Course) -> str:
    """Say what the configuration lacks, what follows, and what to do; empty if it has all."""
    missing = missing_settings(course)
    if not missing:
        return ""
    lines = [
        f"{', '.join(f'c.{section}.{name}' for name in names)}: without, {WITHOUT[section]};"
        for section, names in missing.items()
    ]
    return "\n  ".join(
        [
            f"{course.config_path} lacks settings of this version of `course`:",
            *lines,
            f"copy these settings, and the imports above them, from {TEMPLATE}.",
        ]
    )


def check_contained(course: Course) -> None:
    """Refuse to grade with a configuration by which nbgrader would run submissions itself.

    Raises
    ------
    CourseError
        If it does not name what runs them contained.
    """
    if CONTAINED not in _ours(load_config(course).Autograde.get("autograde_preprocessors")):
        raise CourseError(
            f'{course.config_path} does not name "{CONTAINED}" in '
            "c.Autograde.autograde_preprocessors, as configurations of an earlier version do: "
            f"nothing is graded. Copy the c.Autograde settings from {TEMPLATE}."
        )


def _ours(value: Any) -> Iterator[str]:
    """List what of a setting is this course's own, not nbgrader's or the instructor's choice."""
    if isinstance(value, LazyConfigValue):  # made by .append() and the like
        value = value.to_dict()
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple | set):
        for one in value:
            yield from _ours(one)
    elif value is True:
        yield "True"
    elif isinstance(value, str) and (
        value.startswith(("grading.", "course_")) or value in (TEMPLATES, NBGRADER_TEMPLATES)
    ):
        yield value
