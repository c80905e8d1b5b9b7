# Keywords, and a note.
answers = dict(q1="d", q2="b", q3="c", q4="c", note="q3: see 5.9")
