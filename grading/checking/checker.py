"""Runs the test cells of a chapter, away from the code that they test.

::

    checker = Checker(plan)  # plan: from grading.checking.slicing.make_plan
    checker.prepare()  # imports, given data: no student is involved yet
    checker.connect(connection)  # to a kernel that runs grading.checking.agent.serve
    outputs = checker.run(index, source)

`prepare` may be called once, before a process is forked for each submission.
"""

import os
import socket
import sys
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

from grading.checking.channel import PeerDied
from grading.checking.link import Link
from grading.checking.outputs import Recorder, error_output
from grading.checking.plan import Plan, PlannedTest
from grading.worker import Shell, make_shell


class Checker:
    """Runs the tests of one submission in one namespace, in the notebook's order.

    Parameters
    ----------
    plan : mapping
        The chapter's plan, as `make_plan` returns it.
    """

    def __init__(self, plan: Mapping[str, Any]):
        self._plan = Plan.from_json(plan)
        self._shell: Shell | None = None
        self._link: Link | None = None

    def prepare(self) -> None:
        """Run the trusted statements that come before the first test.

        Raises
        ------
        Exception
            Whatever they raise: the chapter itself is broken.
        """
        os.environ["MPLBACKEND"] = "Agg"
        self._shell = make_shell()
        self._shell.reset(new_session=True)  # it may have run something before
        self._execute(self._plan.prepare)

    def connect(self, connection: socket.socket) -> None:
        """Take the connection to the student's kernel; its time limit is kept."""
        self._link = Link(connection)

    def run(self, index: int, source: str) -> list[NotebookNode]:
        """Run a test cell.

        Parameters
        ----------
        index : int
            Its position in the notebook.
        source : str
            What it says, hidden tests included.

        Returns
        -------
        list of NotebookNode
            Its outputs: an error among them if it failed, or if the student's kernel could not be
            asked, whatever the cell made of that.
        """
        recorder = Recorder(self._shell)
        with recorder.recording():
            try:
                self._supply(self._plan.tests[index])
                result = self._shell.run_cell(source, store_history=False)
                error = result.error_before_exec or result.error_in_exec
            except (Exception, KeyboardInterrupt) as problem:
                error = problem
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
        self._let_go()
        outputs = recorder.outputs()
        if error is None and self._link.broken:
            error = PeerDied(self._link.broken)
        return outputs if error is None else [*outputs, error_output(error, source)]

    def _supply(self, test: PlannedTest) -> None:
        """Put what a test needs into the namespace."""
        self._execute(test.setup)
        for name in test.fetch:
            self._shell.user_ns.pop(name, None)
            try:
                self._shell.user_ns[name] = self._link.fetch(name)
            except NameError:
                continue  # the test says so when it comes to it

    def _execute(self, statements: list[str]) -> None:
        for statement in statements:
            exec(compile(statement, "<given>", "exec"), self._shell.user_ns)

    def _let_go(self) -> None:
        """Let the student's kernel go on."""
        try:
            self._link.done()
        except PeerDied:
            return
