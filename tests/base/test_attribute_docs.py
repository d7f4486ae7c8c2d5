"""Docstrings under attributes become a part of the class's own."""

from __future__ import annotations

from medcite.base.attribute_docs import attribute_docs, with_attribute_docs


@with_attribute_docs
class Described:
    """A thing."""

    width: int = 0
    """How wide it is,
    in points."""
    bare: str = ""
    height: int = 0
    """How high it is."""


def test_the_class_shows_its_attributes() -> None:
    assert Described.__doc__ == (
        "A thing.\n\n    Attributes:\n"
        "        width: How wide it is, in points.\n        height: How high it is.\n"
    )
    assert Described().__doc__ == Described.__doc__


def test_a_class_without_source_keeps_its_own() -> None:
    made = with_attribute_docs(type("Made", (), {"__doc__": "No source.", "__module__": "nowhere"}))
    assert attribute_docs(made) == {}
    assert made.__doc__
    assert made.__doc__.startswith("No source.")
