"""The authors of a citation as PubMed prints them: ``Fu HX(1), O'Brien MA Jr(2); A Group``."""

from collections.abc import Iterator
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..codecs.names import is_et_al
from ..tables.groups import WORDS, is_group

# Which address is whose: a number or a sign.
MARK = r"\((\d{1,3}|[^\w\s()]|[a-z])\)"
_MARK = regex(MARK)
# A family name, initials as NLM has them, perhaps a suffix: Fu HX, van der Berg J 3rd.
_PERSON = regex(
    r"(?!Retract|Erratum|Correction)[^\W\d_][^,;:()\[\]\"“”]{0,60}? (?:-?[^\W\d_a-z][a-z]?){1,5}"
    r"(?: (?:Jr|Sr|[IV]{2,4}|\d(?:st|nd|rd|th)))?"
)
_SURE_PERSON = regex(r".*[^\W\d_a-z][^\W\d_A-Z].* (?![IVX]{2,}\b)\S+")
_ONE_NAME = regex(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_BETWEEN = regex(r", ?")
_GROUPS = regex(r"; ?")
_END = regex(r"\.(?= |$)")
_NO_GROUP = regex(r"[\"“”\[\]?!]|^Retract|\d{4}")
_MOST_WORDS = 12  # of a group's name


class PrintedAuthor(NamedTuple):
    """An author: a person as AU has it, or a group, and the marks of the addresses."""

    text: str
    is_group: bool
    marks: tuple[str, ...] = ()


def parse_authors(text: str) -> list[PrintedAuthor]:
    """Return the authors in a text that is nothing else, ``[]`` if it is none."""
    people, *groups = _GROUPS.split(text.rstrip(" ."))
    authors = [_author(part) for part in _BETWEEN.split(people) if part]
    others = [author for group in groups for author in _behind_semicolon(group)]
    persons = sum(map(_is_person, authors))
    if persons and all(_is_person(author) or _is_other(author) for author in authors):
        return [*(author._replace(is_group=_is_group(author)) for author in authors), *others]
    alone = _author(people)
    is_alone = _is_group(alone) and _says_group(alone.text)
    return [alone._replace(is_group=True), *others] if is_alone else []


def _behind_semicolon(text: str) -> list[PrintedAuthor]:
    """Return the group behind a semicolon, or the persons whom a group stands before."""
    people = [_author(part) for part in _BETWEEN.split(text) if part]
    if all(map(_is_surely_person, people)):
        return people  # none, if there is no text
    return [_author(text)._replace(is_group=True)]


def _is_surely_person(author: PrintedAuthor) -> bool:
    """Whether it is a person where groups are more usual, such as ``EPIC II`` and ``Trial A``."""
    return (
        _is_person(author)
        and not is_et_al(author.text)
        and not _says_group(author.text)
        and _SURE_PERSON.fullmatch(author.text) is not None
    )


def split_authors(text: str) -> tuple[list[PrintedAuthor], str]:
    """Return the authors at the beginning of a text, and the rest: the title.

    A text without authors is all title.
    """
    for end in _ends(text):
        if (authors := parse_authors(text[:end])) and text[end + 1 :].strip():
            return authors, text[end + 1 :].strip()
    return [], text


def _ends(text: str) -> Iterator[int]:
    """Yield where the authors may end: at the first full stops."""
    yield from (match.start() for match, _ in zip(_END.finditer(text), range(2), strict=False))


def _is_person(author: PrintedAuthor) -> bool:
    return _PERSON.fullmatch(author.text) is not None or is_et_al(author.text)


def _is_group(author: PrintedAuthor) -> bool:
    text = author.text
    is_short = len(text.split()) <= _MOST_WORDS and not _NO_GROUP.search(text)
    return is_short and not _is_person(author) and is_group(text)


def _says_group(text: str) -> bool:
    """Whether a text without persons has a word such as "Group" with a capital."""
    words = text.replace("-", " ").split()
    return any(word[0].isupper() and word.lower() in WORDS - {"for", "on"} for word in words)


def _is_other(author: PrintedAuthor) -> bool:
    """Whether an author among persons is a group, or has one name."""
    return _is_group(author) or _ONE_NAME.fullmatch(author.text) is not None


def _author(text: str) -> PrintedAuthor:
    return PrintedAuthor(_MARK.sub("", text).strip(), False, tuple(_MARK.findall(text)))
