"""What commands have in common that ask PubMed and doi.org, if the user wishes it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ..base.errors import ArgumentError
from ..model.report import Location
from .common_arguments import UsageError
from .console import Console

if TYPE_CHECKING:
    from ..online.articles import OnlineArticles


def add(parser: ArgumentParser) -> None:
    """Declare that the articles that no file has are fetched."""
    parser.add_argument(
        "--online",
        action="store_true",
        help="fetch the articles that no file has from PubMed, by their PMIDs, PMCIDs and DOIs,"
        " or from doi.org; their identifiers are sent there",
    )
    add_refresh(parser)


def add_refresh(parser: ArgumentParser) -> None:
    """Declare that nothing is taken from the cache."""
    parser.add_argument(
        "--refresh", action="store_true", help="fetch again what was fetched in an earlier run"
    )


def source(arguments: Namespace, console: Console) -> OnlineArticles | None:
    """Return what fetches articles if ``--online`` asks for it. Raises as ``articles`` does."""
    if getattr(arguments, "online", False):
        return articles(arguments, console)
    if getattr(arguments, "refresh", False):
        message = "--refresh changes nothing without --online"
        console.report.warning("unused-option", Location("medcite"), message)
    return None


def articles(arguments: Namespace, console: Console) -> OnlineArticles:
    """Return what fetches articles.

    Raises:
        UsageError: The environment names an address that may not be asked.
        MissingPackageError: httpx is not installed.

    """
    from ..files.answer_cache import AnswerCache  # noqa: PLC0415  # most runs fetch nothing
    from ..online import settings  # noqa: PLC0415  # likewise
    from ..online.articles import OnlineArticles  # noqa: PLC0415  # likewise

    try:
        asked = settings.from_environment(os.environ)
    except ArgumentError as error:
        raise UsageError(str(error)) from error
    return OnlineArticles(asked, console.report, AnswerCache(), refresh=arguments.refresh)
