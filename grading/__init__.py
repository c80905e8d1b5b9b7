"""The `course` command: build, release, grade and verify the chapters.

One module a job, in the order in which a chapter meets them:

==================== =====================================================================
`chapters`           find and read chapters, their exercises and their tests
`build`              MyST source → executed notebook beside it, and the check that they agree
`answers`, `verify`  try every answer of the answer bank (`worker` does the trying)
`course_directory`   a standard nbgrader course directory, and `initialise` that makes one
`release`, `leaks`   the student version, and the check that nothing secret is in it
`publish`, `staging` what it adds to the notebook, and the library that students have
`submissions`        what was handed in, and whether it can be graded at all
`execution`          running a submission: time limits, dead kernels, fair outputs
`grade`, `results`   one result a student, whatever the submission does
`feedback`, `export` what students and instructors get
`demo`               all of it on a small class, in a temporary folder
==================== =====================================================================

nbgrader does the marking; `engine` is the only module that drives its converters.
"""

import sys

# jsonschema, which reading a notebook imports, compiles a grammar of international addresses if it
# finds this package: a second of every process here, for a check that no notebook needs. A module
# that is None is not found.
sys.modules.setdefault("rfc3987_syntax", None)
