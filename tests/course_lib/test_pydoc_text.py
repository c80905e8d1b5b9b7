"""The text of chapter 10: the same in every Python, and what happens where it is not."""

import hashlib
import sys
from importlib.resources import files
from types import ModuleType

import pytest

from course_lib import pydoc_text
from course_lib.datasets import load_pydoc

#: Of train + dev, computed with Python 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1 and 3.13.0.
MD5 = "2e31c25cbf6be83271bca8f4ef599d99"


@pytest.fixture
def topics(monkeypatch):
    """The manual's pages, to be changed; the real ones come back after the test."""
    from pydoc_data.topics import topics

    module = ModuleType("pydoc_data.topics")
    module.topics = dict(topics)
    monkeypatch.setitem(sys.modules, "pydoc_data.topics", module)
    return module.topics


def test_the_text_is_long_enough_and_without_repetitions():
    train, dev, vocab = load_pydoc()
    assert len(train) > 140_000
    assert 12_000 < len(dev) < 0.15 * len(train)
    assert set(train) | set(dev) <= set(vocab)
    assert list(vocab) == sorted(set(vocab))
    paragraphs = train.splitlines() + dev.splitlines()
    assert len(paragraphs) == len(set(paragraphs))
    assert all(len(one) >= 20 for one in paragraphs)
    assert not {*dev.splitlines()} & {*train.splitlines()}


def test_the_text_is_the_same_in_every_python():
    """Where no listed sentence is missing; a later Python may have changed some."""
    train, dev, _ = load_pydoc()
    here = hashlib.md5((train + dev).encode()).hexdigest()
    assert here == MD5 or len(train + dev) < 175_047


def test_a_page_that_changed_costs_its_sentences_and_moves_none(topics):
    train, dev, _ = load_pydoc()
    topics["assert"] = "Something else. " * 30
    less_train, less_dev, _ = load_pydoc()
    assert len(less_train) < len(train)
    assert train.endswith(less_train)
    assert dev == less_dev or dev.endswith(less_dev)


def test_new_pages_and_new_sentences_change_nothing(topics):
    before = load_pydoc()
    topics["news"] = "This sentence has never been in any manual of Python.\n"
    assert load_pydoc() == before


def test_another_text_is_refused(topics):
    for name in list(topics)[:-5]:
        topics[name] = "Nothing is left of the page that was here before.\n"
    with pytest.raises(RuntimeError, match=r"of the \d+ sentences"):
        load_pydoc()


def test_a_python_without_its_manual_is_told_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "pydoc_data.topics", None)
    with pytest.raises(RuntimeError, match="pydoc_data"):
        load_pydoc()


def test_the_list_holds_a_checksum_for_each_sentence():
    listed = files("course_lib").joinpath("pydoc_sentences.txt").read_text("ascii").splitlines()
    codes = [code for line in listed if not line.startswith("#") for code in line.split()]
    assert len(codes) == len(set(codes)) > 1500
    assert pydoc_text.checksum('Assignments to "__debug__" are illegal.') in codes
