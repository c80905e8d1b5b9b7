"""The reading site: every chapter as a page, with figures and exercises, without a solution.

::

    notebooks/*.ipynb ──> pages ──> Sphinx, MyST-NB ──> leaks ──> build/site/
      (executed)        (stubs,     (nothing runs)     (of the    (published only
                     no hidden tests)                    HTML)     if nothing leaks)

`pages` makes the student's view of an executed notebook, `building` runs Sphinx on it, `assets`
brings the scripts that a browser needs, `leaks` reads what came out. The text around the chapters,
the look and the pinned scripts are in ``website/``.
"""
