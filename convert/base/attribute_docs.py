"""Docstrings of a class's attributes, which ``help`` shows as a part of the class's own.

Python drops the string under an attribute, where editors and documentation tools look for its
meaning. It is read from the source when somebody asks, so it costs nothing else.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

Documented = TypeVar("Documented", bound=type)


def with_attribute_docs(owner: Documented) -> Documented:
    """Decorate a class so that its docstring goes on with those of its attributes."""
    type.__setattr__(owner, "__doc__", _Docstring(owner.__doc__ or ""))
    return owner


class _Docstring:
    """A class's docstring, put together when it is read."""

    def __init__(self, summary: str) -> None:
        self.summary = summary

    def __get__(self, _: object, owner: type) -> str:
        docs = attribute_docs(owner)
        lines = [f"        {name}: {' '.join(text.split())}" for name, text in docs.items()]
        return "\n".join([self.summary.rstrip(), "", "    Attributes:", *lines, ""])


def attribute_docs(owner: type) -> dict[str, str]:
    """Return the docstring of each attribute of a class; nothing if its source is not at hand."""
    import ast  # noqa: PLC0415  # only who asks for help needs a parser
    import inspect  # noqa: PLC0415  # likewise
    import textwrap  # noqa: PLC0415  # likewise

    try:
        source = textwrap.dedent(inspect.getsource(owner))
    except (OSError, TypeError):  # no file, or no module, has it
        return {}
    definition = ast.parse(source).body[0]
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: str(doc.value.value)
        for field, doc in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
    }
