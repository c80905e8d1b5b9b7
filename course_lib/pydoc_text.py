r"""Text to learn from: sentences of the reference manual that every Python installation carries.

``help("while")`` in a Python prompt shows a page of the language reference. The pages come with the
standard library, in ``pydoc_data.topics``: half a million characters that need no network. They
change a little from version to version. So that a network is trained on the same text everywhere,
only sentences of prose are used that have read the same since Python 3.8; ``pydoc_sentences.txt``
lists their checksums, a line for each paragraph. A later Python may have changed some of these,
too; they are left out there.

Source: *The Python Language Reference*, Python Software Foundation.
"""

import re
import string
import zlib
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Manual", "load_pydoc"]

#: Every tenth paragraph is for the dev set.
DEV_EVERY = 10

_TYPOGRAPHY = str.maketrans("“”‘’–—", "\"\"''--")
#: The characters of the texts, sorted. Sentences with others are left out.
VOCAB = "".join(sorted(string.ascii_letters + string.digits + "\n .,:;()'\"_*=[]<>/+-"))


class Manual(NamedTuple):
    """Two texts, to train on and to test on, and their characters; each line is a paragraph.

    Parameters
    ----------
    train, dev : str
        The texts.
    vocab : str
        All characters that occur, sorted.

    Examples
    --------
    >>> train, dev, vocab = load_pydoc()
    >>> train[:24]
    'Assert statements are a '
    >>> len(vocab)
    82
    """

    train: str
    dev: str
    vocab: str


def sentences(page):
    r"""Return the sentences of a page's prose, in order, on one line each and in plain ASCII.

    Examples
    --------
    >>> sentences("Title\n*****\n\nOne  line\nand another.  Next “sentence”.\n\n   code = here\n")
    ['One line and another.', 'Next "sentence".']
    """
    found = []
    for paragraph in re.split(r"\n\s*\n", page):
        text = " ".join(paragraph.translate(_TYPOGRAPHY).split())
        if text.endswith((".", ":")) and not re.search(r"\*{3}|={3}|-{3}|>{3}", text):
            found += re.split(r'(?<=[.:]) (?=[A-Z"*(])', text)
    return [one for one in found if set(one) <= set(VOCAB)]


def checksum(sentence):
    """Return what stands for a sentence in the list."""
    return f"{zlib.crc32(sentence.encode()):08x}"


def load_pydoc():
    r"""Load prose of the Python reference manual, for training and for testing.

    Returns
    -------
    Manual
        Unpacks into ``train, dev, vocab``: texts of about 157 000 and 18 000 characters, which are
        of 82 kinds. Paragraphs end with a newline. Every tenth is in ``dev``. No sentence occurs
        twice.

    Raises
    ------
    RuntimeError
        If this Python carries less than half of the sentences, or none at all.

    Examples
    --------
    >>> train, dev, vocab = load_pydoc()
    >>> len(dev) / len(train + dev) < 0.2
    True
    """
    try:
        from pydoc_data.topics import topics
    except ImportError as error:
        raise RuntimeError("this Python comes without pydoc_data, its reference manual") from error
    here = {checksum(one): one for page in topics.values() for one in sentences(page)}
    lines = files("course_lib").joinpath("pydoc_sentences.txt").read_text("ascii").splitlines()
    listed = [line.split() for line in lines if not line.startswith("#")]
    kept = [[here[code] for code in codes if code in here] for codes in listed]
    n_kept, n_listed = sum(map(len, kept)), sum(map(len, listed))
    if 2 * n_kept < n_listed:
        raise RuntimeError(
            f"this Python's manual has {n_kept} of the {n_listed} sentences: too different a text"
        )
    paragraphs = [" ".join(some) + "\n" if some else "" for some in kept]
    dev = paragraphs[DEV_EVERY - 1 :: DEV_EVERY]
    del paragraphs[DEV_EVERY - 1 :: DEV_EVERY]
    return Manual("".join(paragraphs), "".join(dev), VOCAB)
