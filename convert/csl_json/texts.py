"""Texts in CSL-JSON, where dialects have numbers or lists in their place."""

from __future__ import annotations

from ..codecs.characters import with_composed_letters
from ..codecs.mathml import with_formulas
from ..markup.inline_tags import with_characters, with_own_tags
from ..model.serialize import ShapeError

_BEGINS_JSON = frozenset('"{[-0123456789tfnIN')  # and NaN and Infinity, which Python reads, too


def is_empty(value: object) -> bool:
    """Whether a value says nothing: null, no text, or a list or object of nothing else.

    An object inside an object says something by its name.
    """
    if isinstance(value, dict):
        return all(is_empty(part) and not isinstance(part, dict) for part in value.values())
    return value in (None, "") or (isinstance(value, list) and all(map(is_empty, value)))


def as_text(value: object) -> str:
    """Return a text as it is, and any other value as JSON."""
    return value if isinstance(value, str) else as_json(value)


def as_json(value: object) -> str:
    """Return a value as JSON, in one line."""
    import json  # noqa: PLC0415  # reference lists need none and start sooner

    return json.dumps(value, ensure_ascii=False)


def kept_text(value: object) -> str:
    """Return a value as text from which :func:`restored` makes the same value."""
    text = as_text(value)
    return text if restored(text) == value else as_json(text)


def restored(text: str) -> object:
    """Return the value that a kept text stands for: what is no JSON is a text."""
    if text[:1] not in _BEGINS_JSON:  # as most texts
        return text
    import json  # noqa: PLC0415  # as in as_json

    try:
        return json.loads(text)
    except ValueError:
        return text


def clean(text: str) -> str:
    """Return a text without HTML's references, letters with a loose accent, and MathML."""
    # With formulas once more: their tags may have been escaped, too.
    characters = with_formulas(with_characters(with_formulas(text)))
    return with_composed_letters(with_own_tags(characters)).strip()


def text(value: object) -> str:
    """Return the text of a text or number, or of the first in a list (Crossref's).

    Raises:
        ShapeError: ``value`` is none of these.

    """
    if type(value) is str:  # as nearly all are
        return clean(value)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ShapeError(f"expected a text, found {as_text(value):.60}")
    return clean(str(value))


def texts(value: object) -> list[str]:
    """Return the texts of a text, a number or a list of them; raises as :func:`text`."""
    return [text(item) for item in value] if isinstance(value, list) else [text(value)]
