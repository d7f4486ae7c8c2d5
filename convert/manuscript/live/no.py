"""Plain text, which no program changes."""

from ...ooxml.names import Element
from .. import reference_list
from ..live_form import LiveForm, WrittenCitation


def _citation(citation: WrittenCitation) -> list[Element]:
    return citation.runs


FORM = LiveForm("plain text", _citation, reference_list.write)
