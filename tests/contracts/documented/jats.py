"""JATS: the elements of a citation that the tag library names, in each type of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

TYPES = ("journal", "book", "confproc", "thesis", "report", "patent", "web", "software", "other")
CITATIONS = ("element-citation", "mixed-citation", "nlm-citation")
PLAIN = """
    annotation article-title chapter-title collab comment conf-date conf-loc conf-name conf-sponsor
    data-title edition elocation-id fpage gov institution isbn issn issue issue-part issue-title
    label lpage month page-count page-range part-title patent publisher-loc publisher-name season
    series size source std string-name supplement trans-source trans-title uri version volume
    volume-series year mystery time-stamp access-date object-id
"""
# Of elements with a type or elements of their own: what is around the text.
ELEMENTS = {
    "name": "<name><surname>{}</surname><given-names>J</given-names></name>",
    "name:given-names": "<name><surname>Doe</surname><given-names>{}</given-names></name>",
    "name:prefix": "<name><surname>Doe</surname><prefix>{}</prefix></name>",
    "name:suffix": "<name><surname>Doe</surname><given-names>J</given-names><suffix>{}</suffix>"
        "</name>",
    "person-group:author": '<person-group person-group-type="author">{}</person-group>',
    "person-group:editor": '<person-group person-group-type="editor"><name><surname>{}</surname>'
        "</name></person-group>",
    "person-group:translator": '<person-group person-group-type="translator"><name><surname>{}'
        "</surname></name></person-group>",
    "person-group:assignee": '<person-group person-group-type="assignee"><collab>{}</collab>'
        "</person-group>",
    "collab in a group": "<person-group><collab>{}</collab></person-group>",
    "date-in-citation:copyright-year":
        '<date-in-citation content-type="copyright-year">{}</date-in-citation>',
    "pub-id:other": '<pub-id pub-id-type="other">{}</pub-id>',
    "pub-id:pii": '<pub-id pub-id-type="pii">{}</pub-id>',
    "ext-link:uri": '<ext-link ext-link-type="uri" xlink:href="https://example.org/{}">x</ext-link>',
    "comment with a link": '<comment>{} <uri xlink:href="http://a.org">http://a.org</uri></comment>',
    "size:page": '<size units="page">{}</size>',
    "italic": "<source>A <italic>{}</italic></source>",
    "sc": "<article-title>A <sc>{}</sc></article-title>",
}  # fmt: skip


def cases(every: bool) -> Iterator[Case]:
    """Yield a citation for each element in each type, and for texts between elements."""
    tokens = Tokens()
    elements = {name: f"<{name}>{{}}</{name}>" for name in PLAIN.split() if name != "label"}
    for kind, name in sampled(product(TYPES, {**elements, **ELEMENTS}), every):
        token = tokens.year() if name == "year" else tokens.word()
        yield _case(kind, CITATIONS[len(kind) % 3], name, {**elements, **ELEMENTS}[name], token)
    for name, token in _identifiers(tokens):
        text = f'<pub-id pub-id-type="{name}">{{}}</pub-id>'
        yield _case("journal", "mixed-citation", f"pub-id:{name}", text, token)
    yield _case("journal", "mixed-citation", "mixed-citation", "{}", tokens.word())
    yield _case("journal", "mixed-citation", "mixed-citation", "<bold>{}</bold>", tokens.word())


def _case(kind: str, citation: str, name: str, element: str, token: Token) -> Case:
    usual = "<name><surname>Roe</surname></name> <source>Book</source>"
    if "name" in name or name in ("source", "italic"):
        usual = "<volume>2</volume>"
    text = f'<{citation} publication-type="{kind}">{element.format(token.value)} {usual}'
    return Case(f'<ref id="B1">{text}</{citation}></ref>\n', name.partition(" ")[0], token)


def _identifiers(tokens: Tokens) -> Iterator[tuple[str, Token]]:
    makers = {
        "doi": partial(tokens.word, "10.1000/"), "pmid": tokens.number, "isbn": tokens.isbn,
        "pmcid": partial(tokens.number, "PMC"), "arxiv": partial(tokens.number, "2401."),
    }  # fmt: skip
    yield from ((name, make()) for name, make in makers.items())


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    start = '<ref-list xmlns:xlink="http://www.w3.org/1999/xlink">\n'
    return f"{start}{''.join(records)}</ref-list>"
