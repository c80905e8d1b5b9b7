"""What a course knows that helps to place files: its students, its names, its cells."""

from datetime import UTC
from pathlib import PurePosixPath

from course_lib.handing_in.repairs import name_of
from grading.collecting.naming import Owner, Reader
from grading.configuration import load_config
from grading.course_directory import Course
from grading.engine import open_gradebook
from grading.errors import CourseError
from grading.handing_in import release_manifest
from grading.roster import Person, Roster


def gradebook_roster(course: Course) -> Roster:
    """Return those whose names are in nbgrader's gradebook."""
    with open_gradebook(course) as gradebook:
        return Roster.of(
            Person(
                one.id,
                first_name=one.first_name or "",
                last_name=one.last_name or "",
                email=one.email or "",
            )
            for one in gradebook.students
            if one.first_name or one.last_name or one.email
        )


def reader_of(course: Course) -> Reader | None:
    """Return what reads names by the plugin or expression that nbgrader's zip_collect would use."""
    config = load_config(course)
    if not (config.FileNameCollectorPlugin.get("named_regexp") or "ZipCollectApp" in config):
        return None
    from nbgrader.apps.zipcollectapp import ZipCollectApp
    from nbgrader.utils import parse_utc

    plugin = ZipCollectApp(config=config).collector_plugin(config=config)

    def read(name: str) -> Owner | None:
        found = plugin.collect(name)
        if not found or not found.get("student_id"):
            return None
        time = None
        if found.get("timestamp"):
            try:
                time = parse_utc(found["timestamp"]).replace(tzinfo=UTC)
            except ValueError:
                time = None
        return Owner("nbgrader", found["student_id"], PurePosixPath(name).name, time=time)

    return read


def graded_cells(course: Course, chapter: str) -> frozenset[str]:
    """Return the names of the cells of a chapter that are graded; none if it is not released."""
    try:
        released = release_manifest(course, chapter).release
    except CourseError:
        return frozenset()
    return frozenset(name for cell in released.cells if (name := name_of(cell)))
