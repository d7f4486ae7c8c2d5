"""Give a field another code; its result stays."""

from __future__ import annotations

from .names import SPACE, w
from .paragraphs import WordField


def replace(field: WordField, code: str) -> bool:
    """Replace a field's code; return whether that could be done.

    A field of several paragraphs, or one with others in it, stays.
    """
    texts = [element for element in field.elements if element.tag == w("instrText")]
    if not texts:
        simple = [element for element in field.elements if element.tag == w("fldSimple")]
        if len(field.elements) == len(simple) == 1:
            simple[0].set(w("instr"), code)
            return True
        return False
    if "".join(element.text or "" for element in texts) != field.code:
        return False
    texts[0].text = code
    texts[0].set(SPACE, "preserve")
    for element in texts[1:]:
        element.text = ""
    return True
