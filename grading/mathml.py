r"""Mathematics in pages that load nothing: TeX becomes MathML when the page is written.

Every current browser shows MathML by itself, so a page needs no script for it, no font and no
network, and grows by a few hundred bytes a formula.
"""

import re
from functools import lru_cache
from html import escape

import bleach
from latex2mathml.converter import convert

#: What the converter makes (MathML Core and a few that browsers ignore). No links.
ELEMENTS = (
    "math maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts "
    "mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover "
    "none"
)
PROPERTIES = (
    "accent accentunder align columnalign columnlines columnspacing depth display displaystyle "
    "fence form frame height largeop linebreak linethickness lspace mathbackground mathcolor "
    "mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing "
    "rspace scriptlevel separator stretchy symmetric voffset width xmlns"
)
TAGS = frozenset(ELEMENTS.split())
ATTRIBUTES = frozenset(PROPERTIES.split())
_cleaner = bleach.Cleaner(tags=TAGS, attributes={"*": sorted(ATTRIBUTES)})


@lru_cache(maxsize=4096)  # a class shares the chapter's formulas
def to_mathml(tex: str, block: bool = False) -> str:
    r"""Convert a formula; one that cannot be converted is shown as it was written.

    Parameters
    ----------
    tex : str
        The formula, without dollars. Anyone may have written it.
    block : bool
        Whether it stands on a line of its own.

    Returns
    -------
    str
        HTML that holds nothing but mathematics.

    Examples
    --------
    >>> to_mathml(r"\sqrt{x}")
    '<math ... display="inline"><mrow><msqrt><mrow><mi>x</mi></mrow></msqrt></mrow></math>'
    >>> to_mathml(r"\frac{")
    '<code class="tex">\\frac{</code>'
    """
    # latex2mathml 3.81 does not know \| after \bigl and the like, and sets no space before a tag.
    known = re.sub(r"(?<!\\)\\\|", "‖", tex.strip())
    known = re.sub(r"\\tag\{([^{}]*)\}", r"\\qquad\\text{(\1)}", known)
    try:
        # It copies what is in \text{} as it is, markup included.
        return _cleaner.clean(convert(known, display="block" if block else "inline"))
    except Exception:  # a student may write anything between dollars
        return f'<code class="tex">{escape(tex)}</code>'
