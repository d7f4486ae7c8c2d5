"""The inputs of a command, merged: one record for each article, as a person decided where asked."""

from __future__ import annotations

import os
from argparse import Namespace

from ..files.source import open_source
from ..merge import review
from ..merge.merging import Merge, read_copies
from . import inputs
from .console import Console


def merge(arguments: Namespace, console: Console, reviewed: review.Reviewed) -> Merge:
    """Return the merge of all inputs; raise as ``Inputs.records``."""
    copies = list(read_copies(inputs.Inputs(arguments, console).unchosen()))
    return Merge(copies, review.decider(reviewed.decisions, copies))


def reviewed(name: str | None, console: Console) -> review.Reviewed:
    """Return the table of an earlier ``--review``, if there is one. Raises InputError."""
    if not name or not os.path.exists(name):
        return review.Reviewed()
    return review.read(open_source(name, console.report).text(), name)
