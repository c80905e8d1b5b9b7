"""`course collect`: from what a learning system exports to ``submitted/``, losing nothing.

::

    export --unpack--> files --naming--> owners --whose--> students --versions--> submitted/

- `archives` unpacks zips that anyone may have made: names never become paths, and what comes out is
  limited while it comes out.
- `naming` reads from the names of files who handed them in; `whose` says which student of the
  roster (`grading.roster`) that is.
- `notebooks` finds, among several files, the one to grade.
- `versions` keeps everything that was ever handed in, below ``collected/``, and puts the newest
  version into ``submitted/``.
- `collect` does all of it.

nbgrader's own ``zip_collect`` asks a plugin the same question as `naming`; such a plugin, or the
regular expression of nbgrader's, in the course's configuration comes first here. The rest of that
command is not used: it empties a student's folder before it fills it, keeps one version, gives up
when two files have one name, and unpacks without limits.
"""
