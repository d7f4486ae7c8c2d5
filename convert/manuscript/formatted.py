"""A manuscript's citations and reference list, formatted in a style."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..bibliography import engine_registry, style_choice
from ..bibliography.items import items
from ..citation_fields.field_cite import FieldCite
from ..csl import Bibliography, Cite, Cluster, parse_found_style
from ..csl.bibliography import NO_FORM
from ..csl.locale import normalize_tag
from ..csl.style_repository import StyleSource
from ..markup.paragraphs import blocks
from ..model.report import Location, Report
from ..model.rich_text import Text, plain
from ..options import Options
from .articles import CitedArticle, ResolvedCite


class Formatted(NamedTuple):
    """The citations in order, and the list."""

    citations: tuple[Text, ...]
    bibliography: Bibliography


def find_style(articles: Iterable[CitedArticle], options: Options) -> StyleSource:
    """Return the style. Raises UnknownError."""
    return style_choice.with_style([article.record for article in articles], options)[1]


def is_note_style(style: StyleSource) -> bool:
    """Whether a style's citations stand in notes. Raises StyleError."""
    return parse_found_style(style).klass == "note"


def cluster_of(cites: Sequence[ResolvedCite], note: int) -> Cluster:
    """Return a citation for the CSL engine; ``note`` is the number of its note, 0 in the text."""
    return Cluster(tuple(map(_cite, cites)), note)


def _cite(resolved: ResolvedCite) -> Cite:
    cite = resolved.wanted
    return Cite(
        resolved.article.id, cite.locator, cite.label, cite.prefix, cite.suffix,
        cite.suppress_author, isinstance(cite, FieldCite) and cite.author_only,
    )  # fmt: skip


def format_all(
    clusters: Sequence[Cluster],
    articles: Iterable[CitedArticle],
    style: StyleSource,
    options: Options,
    report: Report,
) -> Formatted:
    """Return a document's citations and its list. Raises StyleError."""
    engine = engine_registry.find_for_citations(options.engine)
    records = {article.id: article.record for article in articles}
    listed = list(items(records.items(), style, options).values())
    texts, bibliography = engine.citations(listed, style, normalize_tag(options.locale), clusters)
    style_choice.tell_locators(style, clusters, report, "medcite")
    for number, text in enumerate(texts, start=1):
        if NO_FORM in plain(text):
            message = f"citation {number}: the style has nothing to print for it"
            report.warning("unprinted", Location("medcite"), message)
    return Formatted(texts, bibliography)


def is_raised(text: Text) -> bool:
    """Whether all of a citation is superscript."""
    runs = [run for block in blocks(text) for run in block.runs if run.text.strip()]
    return bool(runs) and all(run.style.rise == "sup" for run in runs)
