"""MODS: the elements that the guidelines name, of a record and of its host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tests.contracts.documented.tokens import Case, Token, Tokens

HOST = '<relatedItem type="host"><titleInfo><title>Journal</title></titleInfo>{}</relatedItem>'
# Of each element: what is around its text; "host" before it puts it there.
ELEMENTS = {
    "titleInfo": "<titleInfo><title>{}</title></titleInfo>",
    "titleInfo:alternative": '<titleInfo type="alternative"><title>{}</title></titleInfo>',
    "titleInfo:translated": '<titleInfo type="translated"><title>{}</title></titleInfo>',
    "name": '<name type="personal"><namePart type="family">{}</namePart></name>',
    "name:editor": "<name><namePart>{}</namePart><role><roleTerm>editor</roleTerm></role></name>",
    "name:funder": "<name><namePart>{}</namePart><role><roleTerm>funder</roleTerm></role></name>",
    "name/affiliation":
        '<name><namePart type="family">Doe</namePart><affiliation>{}</affiliation></name>',
    "name/namePart:date":
        '<name><namePart>Doe</namePart><namePart type="date">{}</namePart></name>',
    "name:editor/nameIdentifier":
        "<name><namePart>Doe</namePart><role><roleTerm>editor</roleTerm></role>"
        "<nameIdentifier>{}</nameIdentifier></name>",
    "genre": "<genre>{}</genre>",
    "language/scriptTerm":
        "<language><languageTerm>eng</languageTerm><scriptTerm>{}</scriptTerm></language>",
    "subject/name": "<subject><name><namePart>{}</namePart></name></subject>",
    "subject/hierarchicalGeographic/city":
        "<subject><hierarchicalGeographic><city>{}</city></hierarchicalGeographic></subject>",
    "originInfo/publisher": "<originInfo><publisher>{}</publisher></originInfo>",
    "originInfo/place/placeTerm":
        "<originInfo><place><placeTerm>{}</placeTerm></place></originInfo>",
    "originInfo/edition": "<originInfo><edition>{}</edition></originInfo>",
    "originInfo/frequency": "<originInfo><frequency>{}</frequency></originInfo>",
    "language/languageTerm": "<language><languageTerm>{}</languageTerm></language>",
    "physicalDescription/extent": "<physicalDescription><extent>{}</extent></physicalDescription>",
    "abstract": "<abstract>{}</abstract>",
    "tableOfContents": "<tableOfContents>{}</tableOfContents>",
    "targetAudience": "<targetAudience>{}</targetAudience>",
    "note": "<note>{}</note>",
    "subject/topic": "<subject><topic>{}</topic></subject>",
    "subject/geographic": "<subject><geographic>{}</geographic></subject>",
    "classification": "<classification>{}</classification>",
    "identifier:lccn": '<identifier type="lccn">{}</identifier>',
    "location/physicalLocation": "<location><physicalLocation>{}</physicalLocation></location>",
    "location/shelfLocator": "<location><shelfLocator>{}</shelfLocator></location>",
    "accessCondition": "<accessCondition>{}</accessCondition>",
    "part/detail:volume": '<part><detail type="volume"><number>{}</number></detail></part>',
    "part/detail:issue/title": '<part><detail type="issue"><title>{}</title></detail></part>',
    "part/detail:chapter": '<part><detail type="chapter"><number>{}</number></detail></part>',
    "part/extent/start": '<part><extent unit="page"><start>{}</start></extent></part>',
    "host/titleInfo": "host<titleInfo><title>{}</title></titleInfo>",
    "host/genre": "host<genre>{}</genre>",
    "host/note": "host<note>{}</note>",
    "host/part/detail:issue": 'host<part><detail type="issue"><number>{}</number></detail></part>',
}  # fmt: skip


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each element."""
    tokens = Tokens()
    for path, element in ELEMENTS.items():
        token = tokens.word()
        text = element.removeprefix("host").format(token.value)
        text = HOST.format(text) if element.startswith("host") else text + HOST.format("")
        yield Case(f"<mods>{text}</mods>\n", path, token)
    for name, token in _identifiers(tokens):
        text = f'<identifier type="{name}">{token.value}</identifier>{HOST.format("")}'
        yield Case(f"<mods>{text}</mods>\n", f"identifier:{name}", token)


def _identifiers(tokens: Tokens) -> Iterator[tuple[str, Token]]:
    makers = {
        "doi": partial(tokens.word, "10.1000/"), "issn": tokens.issn, "isbn": tokens.isbn,
        "pmid": tokens.number, "uri": partial(tokens.word, "https://example.org/"),
    }  # fmt: skip
    yield from ((name, make()) for name, make in makers.items())


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return f"<modsCollection>{''.join(records)}</modsCollection>"
