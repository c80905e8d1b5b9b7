"""The `course_lib` of a chapter: what its students have, and not what they are asked to write.

The library's source stays whole. For each chapter a *staged* copy is made of it: what earlier
chapters taught is complete; of what this chapter and later ones ask for, the signature and the
docstring are there, and the body says who writes it. Students install it as a wheel, and their
answers are graded with the same one, so that calling the reference is no answer.

=========== =======================================================================================
`table`     which function is withheld from which chapter: the one place to change that
`transform` removes bodies, by the syntax tree
`library`   finds the definitions that the table names and stages the package's files
`wheel`     packs it, the same bytes each time, and reads it again
`check`     finds what is in a wheel and must not be, without trusting `transform`
=========== =======================================================================================
"""
