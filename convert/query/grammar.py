"""Read a condition such as ``year >= 2015 and mesh:"Humans" and not type:Review``.

The grammar, in which keywords may be in any case:

    condition = and-part {"or" and-part}
    and-part  = test {"and" test}
    test      = "not" test | "(" condition ")" | ["has"] field | field operator value
    operator  = ":" | "=" | "!=" | "<" | "<=" | ">" | ">="
    value     = a word | several in quotes

A field alone says that the record has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..base.suggestions import UnknownError
from ..model.record import Record
from . import fields
from .comparison import OPERATORS, compare, has
from .errors import QueryError, UnfitValueError

Condition = Callable[[Record], bool]

MOST_NESTED = 50  # brackets within brackets
_SPACE = re.compile(r"\s*")
_OPEN, _CLOSE = re.compile(r"\("), re.compile(r"\)")
_NAME = re.compile(r"[A-Za-z][\w-]*")
_OPERATOR = re.compile("|".join(sorted(map(re.escape, OPERATORS), key=len, reverse=True)))
_QUOTED = re.compile(r'"([^"]*)"|\'([^\']*)\'')
# A word may have brackets of its own, as DOIs have.
_WORD = re.compile(r"(?:[^\s()\"']|\([^\s()\"']*\))+")
_SHOWN = re.compile(r"\S+|$")


def parse(text: str) -> Condition:
    """Return what a condition says of a record. Raises QueryError."""
    parser = _ConditionParser(text)
    condition = parser.alternatives(0)
    parser.expect_end()
    return condition


class _ConditionParser:
    """A condition that is being read, and the place up to which it was."""

    def __init__(self, text: str) -> None:
        self.text, self.place = text, len(text) - len(text.lstrip())

    def alternatives(self, depth: int) -> Condition:
        """Read conditions with ``or`` between them."""
        parts = [self.conjunction(depth)]
        while self.keyword("or"):
            parts.append(self.conjunction(depth))
        return parts[0] if len(parts) == 1 else lambda record: any(p(record) for p in parts)

    def conjunction(self, depth: int) -> Condition:
        """Read tests with ``and`` between them."""
        parts = [self.test(depth)]
        while self.keyword("and"):
            parts.append(self.test(depth))
        return parts[0] if len(parts) == 1 else lambda record: all(p(record) for p in parts)

    def test(self, depth: int) -> Condition:
        """Read one test, a negated one, or a condition in brackets."""
        if depth > MOST_NESTED:
            raise self.error("nested too deeply")
        if self.keyword("not"):
            negated = self.test(depth + 1)
            return lambda record: not negated(record)
        start = self.place
        if self.take(_OPEN):
            inner = self.alternatives(depth + 1)
            if not self.take(_CLOSE):
                raise self.error(f"expected `)` for the bracket at character {start + 1}")
            return inner
        is_presence = self.keyword("has")
        field = self.field()
        operator = None if is_presence else self.take(_OPERATOR)
        return self.comparison(field, operator[0]) if operator else has(field)

    def field(self) -> fields.QueryField:
        """Read the name of a field."""
        match = self.take(_NAME)
        if match is None:
            raise self.error("expected a field, such as `year` or `title`")
        try:
            return fields.find(match[0])
        except UnknownError as error:
            raise self.error(str(error), match.start(), match.end()) from error

    def comparison(self, field: fields.QueryField, operator: str) -> Condition:
        """Read the value behind an operator."""
        match = self.take(_QUOTED) or self.take(_WORD)
        if match is None:
            is_open = self.text[self.place : self.place + 1] in ('"', "'")
            expected = "the end of this quote" if is_open else f"a value behind `{field.name}`"
            raise self.error(f"expected {expected}")
        quoted = match.re is _QUOTED
        value = (match[1] or match[2] or "") if quoted else match[0]
        try:
            return compare(field, operator, value)
        except UnfitValueError as error:
            raise self.error(str(error), match.start(), match.end()) from error

    def expect_end(self) -> None:
        """Check that nothing follows."""
        if self.place < len(self.text):
            expected = "expected `and`, `or` or the end; several words of a value need quotes"
            raise self.error(expected)

    def keyword(self, word: str) -> bool:
        """Read a keyword, if it comes next and stands alone."""
        match = _NAME.match(self.text, self.place)
        if match is None or match[0].lower() != word:
            return False
        return self.take(_NAME) is not None

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what a pattern matches here, and the blanks behind it."""
        match = pattern.match(self.text, self.place)
        space = _SPACE.match(self.text, match.end()) if match else None
        if space:
            self.place = space.end()
        return match

    def error(self, message: str, start: int = -1, end: int = -1) -> QueryError:
        """Return the error at a place, by default at the next word."""
        if start < 0:
            shown = _SHOWN.match(self.text, self.place)
            start, end = self.place, shown.end() if shown else self.place
        return QueryError(message, self.text, start, end)
