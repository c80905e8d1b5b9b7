"""Tests run in a process of their own, where no student's code has ever run.

In one kernel, a student's code can reach the assertions that judge it: replace `assert_allclose`,
strip asserts while IPython compiles them, end the cell before they run. So there are two processes.
The *student's kernel* runs the notebook's cells, except its tests. The *checker* runs the tests, in
the notebook's order, in one namespace. Where a test uses a student's function, it gets a proxy that
calls it over there.

Who is who
----------
The student's kernel is hostile: it may send anything. The notebook with its solutions and hidden
tests, and the statements of given cells that lead to no solution, are trusted. Both processes are
contained by other code, which also ends them when their time is over; this package ends nothing.

What holds, whatever the student's code does:

- an assertion is decided in the checker, about values made anew there of a short list of types, or
  about a proxy, which has no comparison, truth, number or array;
- the student's code reaches no object of a test but those passed to it, and each for its purpose
  only: a function is called, an iterator advanced, a generator of random numbers drawn from;
- it changes no object of a test but those that the test names in `checks.changes_seen` or
  `checks.assert_unchanged`, and the latter restores them;
- helpers, data and modules of the tests come from the source notebook, never from the student's;
- a connection that breaks, or breaks the rules, stays broken, and fails the test that runs and all
  that follow, even one that catches every exception.

What does not: a hidden test's *arguments* are seen by the code that it calls, the state of a random
generator too, and what a function returns is its own word. Whether it warned, printed or changed
its arguments is the student's side's word, too: that catches honest mistakes and is no defence.

=========== =======================================================================================
`wire`      what crosses and how it is written; `encoder` and `decoder` write and read it
`peer`      either end of the connection (`channel`): requests and replies that nest like calls
`agent`     the student's end, with `standins` for the test's objects (`draws` for its random
            generators), `effects` and `interrupts`
`link`      the checker's end, with `remote` proxies, `adapters` for Keras, `failures` made harmless
`slicing`   where each name of a test comes from: the `plan`, by the `names` that statements use
`checker`   runs test cells and gives their `outputs`
=========== =======================================================================================

For authors of tests
--------------------
Works as in one kernel: calling functions and methods with numbers, text, lists, tuples,
dictionaries, arrays (also in place, see below), functions, iterators and random generators; what
they return, raise, warn, print; generators; classes, their instances' attributes, methods, items
and length; `inspect.signature`; `np.errstate` around a call; Keras models (see `adapters`).

Different:

- Changes of arguments are seen in a block of `checks.assert_unchanged` or `checks.changes_seen`, of
  the objects named there, and only if they are made before the call returns, not while a generator
  runs. Draws from NumPy's global state over there do not change the checker's.
- What crosses is a copy: `is`, `np.shares_memory` and writing into an attribute's array do not
  reach the student's object, and its attributes cannot be set. A strided array arrives contiguous
  (one in Fortran order stays so), a view and its base become two arrays, a named tuple becomes a
  tuple.
- No subclass of a student's class, no `isinstance` with one; no object of the test's own classes
  with attributes as an argument (it can be kept and handed back, or called); no object arrays.
- Attributes that arrays, text, lists or dictionaries have, too (`shape`, `keys`, `count`, ...),
  cannot be read from a student's object, and `np.asarray` refuses it: ask for other names.
- Time: `time.perf_counter`, not `process_time`. Figures: `plt.gca()` is the checker's.
- The student's code does not find the names that test cells bind, and given cells do not either.
- A call costs about 0.15 ms, and the same again for each call back. Draws of scalars and of small
  arrays cost no call each (see `draws`).

A cell that needs one kernel says so in its metadata: ``"course": {"separate": false}``. The plan's
``"problems"`` name most of these, and a run of the reference solution in both ways finds the rest.
"""
