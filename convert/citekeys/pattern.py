"""The grammar of citation-key patterns, in two notations that mean the same.

A formula, in the spirit of Better BibTeX::

    pattern  = formula { "|" formula }        the first whose fields all have a value,
                                              or the last
    formula  = term { "+" term }
    term     = ( text | name [ args ] ) { "." filter [ args ] }
    args     = "(" [ arg { "," arg } ] ")"    arg = text, number or word
    text     = "'...'" or '"..."'             characters that are safe in a key

    auth.lower + year + title.word(1).lower | 'pmid' + pmid

Brackets, in the spirit of JabRef: what stands outside of them is text::

    [auth:lower][year]_[title:word(1):lower]

A number at the end of a name is its argument (``auth3`` is ``auth(3)``); case and blanks
do not matter; ``:(none)`` in brackets is ``:default(none)``. A pattern without a bracket is
a formula.
"""

import re
from collections.abc import Collection, Iterator

from ..base.errors import InputError
from ..base.frozen import Frozen
from ..base.lazy_regex import regex
from ..base.suggestions import hint

# The characters that BibTeX, biber, LaTeX's \cite and its .aux file all accept in a key.
SAFE = "A-Za-z0-9:_.+/-"
UNSAFE = regex(f"[^{SAFE}]+")
TOKEN = regex(
    r"\s*(?:(?P<name>[A-Za-z]+\d*)|(?P<number>\d+)"
    r"|(?P<text>'[^']*'|\"[^\"]*\")|(?P<mark>[-+.|(),:\[\]]))\s*"
)

Arg = str | int


class PatternError(InputError):
    """A citation-key pattern that does not follow the grammar; the message says where and why."""

    def __init__(self, pattern: str, at: int, message: str) -> None:
        super().__init__(f"citation-key pattern {pattern!r}, character {at + 1}: {message}")


class Call(Frozen):
    """A field or a filter by name, with its arguments and where it stands."""

    name: str
    args: tuple[Arg, ...] = ()
    at: int = 0


class Term(Frozen):
    """A text or a field, and the filters applied to it."""

    text: str = ""
    field: Call | None = None
    filters: tuple[Call, ...] = ()


Formula = tuple[Term, ...]


class Token(Frozen):
    """A piece of a pattern: its kind (``name``, ``number``, ``text``, ``mark``) and position."""

    kind: str
    text: str
    at: int


def parse(pattern: str) -> tuple[Formula, ...]:
    """Parse ``pattern`` in either notation; return its formulas in the order to try them.

    Raises:
        PatternError: The pattern does not follow the grammar.

    """
    if not pattern.strip():
        raise PatternError(pattern, 0, "is empty; expected something like auth + year")
    if "[" in pattern:
        return (tuple(_parse_brackets(pattern)),)
    parser = _Parser(pattern, pattern, 0)
    formulas = [parser.formula()]
    while parser.take("|"):
        formulas.append(parser.formula())
    parser.end()
    return tuple(formulas)


def unknown(pattern: str, call: Call, kind: str, known: Collection[str]) -> PatternError:
    """Return the error for a name that is not among ``known``."""
    suggestion = hint(call.name, known) or f"; known: {', '.join(known)}"
    return PatternError(pattern, call.at, f"no {kind} {call.name!r}{suggestion}")


def _parse_brackets(pattern: str) -> Iterator[Term]:
    """Yield the terms of a pattern in brackets."""
    end = 0
    for match in re.finditer(r"\[([^\[\]]*)\]", pattern):
        yield from _literal(pattern, end, match.start())
        parser = _Parser(pattern, match[1], match.start(1))
        yield parser.term(":")
        parser.end()
        end = match.end()
    yield from _literal(pattern, end, len(pattern))


def _literal(pattern: str, start: int, end: int) -> Iterator[Term]:
    """Yield the text between two brackets as a term, if there is any."""
    text = pattern[start:end]
    if (at := text.find("[")) >= 0:
        raise PatternError(pattern, start + at, "this '[' is never closed")
    if text:
        yield Term(_safe(pattern, text, start))


def _safe(pattern: str, text: str, at: int) -> str:
    """Return ``text`` if every character is safe in a key."""
    if unsafe := UNSAFE.search(text):
        message = f"{unsafe[0][0]!r} is not safe in a key; use letters, digits and : _ . + / -"
        raise PatternError(pattern, at + unsafe.start(), message)
    return text


class _Parser:
    """Parses the tokens of ``text``, which begins at ``offset`` in ``pattern``."""

    def __init__(self, pattern: str, text: str, offset: int) -> None:
        self.pattern = pattern
        self.length = offset + len(text)
        self.tokens = list(_tokens(pattern, text, offset))

    def formula(self) -> Formula:
        """Parse terms separated by ``+``."""
        terms = [self.term(".")]
        while self.take("+"):
            terms.append(self.term("."))
        return tuple(terms)

    def term(self, mark: str) -> Term:
        """Parse a text or a field, then its filters, each after ``mark``."""
        token = self.peek()
        if token.kind == "text":
            self.tokens.pop(0)
            text = _safe(self.pattern, token.text[1:-1], token.at + 1)
            return Term(text=text, filters=self.filters(mark))
        if token.kind != "name":
            raise self.unexpected("a field such as auth, year or title")
        return Term(field=self.call(), filters=self.filters(mark))

    def filters(self, mark: str) -> tuple[Call, ...]:
        """Parse filters, each after ``mark``; one without a name is ``default``."""
        filters = []
        while self.take(mark):
            if mark == ":" and self.peek().text == "(":
                filters.append(Call("default", self.args(), self.peek().at))
            elif self.peek().kind != "name":
                raise self.unexpected("a filter such as lower or word(1)")
            else:
                filters.append(self.call())
        return tuple(filters)

    def call(self) -> Call:
        """Parse a name with its trailing number or its arguments."""
        token = self.tokens.pop(0)
        name = token.text.rstrip("0123456789")
        number = token.text[len(name) :]
        args = (int(number),) if number else self.args()
        return Call(name.lower(), args, token.at)

    def args(self) -> tuple[Arg, ...]:
        """Parse arguments in parentheses, if there are any."""
        if not self.take("("):
            return ()
        args: list[Arg] = []
        while not self.take(")"):
            if args and not self.take(","):
                raise self.unexpected("',' or ')'")
            args.append(self.arg())
        return tuple(args)

    def arg(self) -> Arg:
        """Parse one argument; a text may only have characters that are safe in a key."""
        token = self.peek()
        if token.kind not in ("number", "text", "name"):
            raise self.unexpected("a number or a text")
        self.tokens.pop(0)
        if token.kind == "number":
            return int(token.text)
        is_quoted = token.kind == "text"
        return _safe(
            self.pattern, token.text[1:-1] if is_quoted else token.text, token.at + is_quoted
        )

    def peek(self) -> Token:
        """Return the next token, or a token for the end of the pattern."""
        return self.tokens[0] if self.tokens else Token("end", "", self.length)

    def take(self, mark: str) -> bool:
        """Remove ``mark`` if it is the next token; return whether it was."""
        if self.peek().text == mark and self.peek().kind == "mark":
            self.tokens.pop(0)
            return True
        return False

    def end(self) -> None:
        """Raise PatternError unless all tokens were parsed."""
        if self.tokens:
            raise self.unexpected("'+', '.' or '|'")

    def unexpected(self, expected: str) -> PatternError:
        """Return the error for the next token."""
        token = self.peek()
        actual = f"found {token.text!r}" if token.text else "the pattern ends"
        return PatternError(self.pattern, token.at, f"expected {expected}, {actual}")


def _tokens(pattern: str, text: str, offset: int) -> Iterator[Token]:
    """Yield the tokens of ``text``."""
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match or not match.lastgroup:
            blank = len(text[at:]) - len(text[at:].lstrip())
            if at + blank == len(text):
                return
            message = f"did not expect {text[at + blank]!r}"
            raise PatternError(pattern, offset + at + blank, message)
        yield Token(match.lastgroup, match[match.lastgroup], offset + match.start(match.lastgroup))
        at = match.end()
