"""The answer to each reference: whether it is real, and the paper that it says.

Identifiers alone prove nothing: a DOI of another paper is the usual fault. So a reference is looked
up by its identifiers and by its citation, and both have to lead to one article.
"""

from typing import NamedTuple

from ..matching import similarity
from ..matching.traits import NOTICES, Traits, traits_of
from ..model import peek
from ..model.record import Record
from .catalog import Catalog, names_of
from .fields import FieldDifference, differences

AGREES, DIFFERS, OTHER = "agrees", "differs", "other article"
NOT_FOUND, RETRACTED = "not found", "retracted"
_ONE_TITLE = 0.75  # similarity: below, an identifier is another article's


class Answer(NamedTuple):
    """What became of a reference, and the article that it was compared with."""

    answer: str
    fields: tuple[FieldDifference, ...] = ()
    article: Record | None = None


def answer(reference: Record, catalog: Catalog) -> Answer:
    """Return the answer to a reference whose fields are known."""
    traits = traits_of(reference)
    found = (catalog.by_name(name) for name in names_of(traits))
    named = dict.fromkeys(place for place in found if place is not None)
    cited = catalog.by_citation(traits)
    if not named:
        return Answer(NOT_FOUND) if cited is None else compared(reference, catalog.records[cited])
    wrong = [place for place in named if not _is_cited(place, cited, traits, catalog)]
    if wrong:
        article = catalog.records[wrong[0]]
        return Answer(OTHER, tuple(differences(reference, article)), article)
    return compared(reference, catalog.records[next(iter(named))])


def _is_cited(place: int, cited: int | None, traits: Traits, catalog: Catalog) -> bool:
    """Whether an article that an identifier leads to is the one of the citation."""
    if cited is not None:
        return place == cited
    alike = similarity.titles(traits, catalog.traits[place])
    return alike is None or alike >= _ONE_TITLE


def compared(reference: Record, article: Record) -> Answer:
    """Return the answer to a reference that cites an article."""
    found = tuple(differences(reference, article))
    if peek.retracted(article) and traits_of(article).kind not in NOTICES:
        return Answer(RETRACTED, found, article)
    return Answer(DIFFERS if found else AGREES, found, article)
