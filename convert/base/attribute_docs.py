"""Docstrings of attributes, which ``help`` shows as part of the docstring of the class.

Editors and documentation tools read the string under an attribute, but Python drops it. Here it is
read from the source when somebody asks for it, so it costs nothing otherwise.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

Documented = TypeVar("Documented", bound=type)


def with_attribute_docs(owner: Documented) -> Documented:
    """Decorate a class: append the docstrings of its attributes to its own docstring."""
    type.__setattr__(owner, "__doc__", _Docstring(owner.__doc__ or ""))
    return owner


class _Docstring:
    """The docstring of a class, put together when it is read."""

    def __init__(self, summary: str) -> None:
        self.summary = summary

    def __get__(self, _: object, owner: type) -> str:
        docs = attribute_docs(owner)
        lines = [f"        {name}: {' '.join(text.split())}" for name, text in docs.items()]
        return "\n".join([self.summary.rstrip(), "", "    Attributes:", *lines, ""])


def attribute_docs(owner: type) -> dict[str, str]:
    """Return the docstring of each attribute of a class; none if there is no source."""
    import ast  # noqa: PLC0415  # only help needs a parser
    import inspect  # noqa: PLC0415  # likewise
    import textwrap  # noqa: PLC0415  # likewise

    try:
        source = textwrap.dedent(inspect.getsource(owner))
    except (OSError, TypeError):  # the source is not available
        return {}
    definition = ast.parse(source).body[0]
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: str(doc.value.value)
        for field, doc in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
    }
