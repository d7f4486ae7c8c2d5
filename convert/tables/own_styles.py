"""What medcite's own styles print that CSL has no attributes for.

The styles are plain CSL, so that every program can use them; these settings are found by the
``<id>`` of a style, and go with a copy of it as long as that is kept.
"""

from typing import NamedTuple


class OwnStyle(NamedTuple):
    """The settings of a style; the defaults are those of every style of others."""

    # Between a person and a group, or two groups: NLM has "Fu H, Sun X; WHO Study Group".
    group_delimiter: str = ""  # none: the delimiter of cs:name
    # Names as AU has them, dates and places as in NLM's source line (medline/source_line).
    nlm_facts: bool = False
    # Quotation marks, apostrophes, hyphens and ranges of pages as the record has them.
    verbatim: bool = False
    # The style of CSL's repository that is nearest to it, which Zotero finds by this id.
    in_repository: str = ""


PREFIX = "urn:medcite:style:"  # of the <id> of every style of ours
_DEFAULT = OwnStyle()
_NLM = "http://www.zotero.org/styles/nlm-citation-sequence"
_VANCOUVER = OwnStyle(group_delimiter="; ", in_repository=_NLM)
_BRACKETS = _VANCOUVER._replace(in_repository=f"{_NLM}-brackets")
_SUPERSCRIPT = _VANCOUVER._replace(in_repository=f"{_NLM}-superscript")
_BY_NAME = {
    "nlm": _VANCOUVER._replace(nlm_facts=True, verbatim=True),
    "vancouver": _VANCOUVER,
    "vancouver-all-authors": _VANCOUVER,
    "vancouver-brackets": _BRACKETS,
    "vancouver-pmid": _VANCOUVER,
    "vancouver-superscript": _SUPERSCRIPT,
    "vancouver-three-authors": _VANCOUVER,
}
OWN_STYLES = {f"{PREFIX}{name}": settings for name, settings in _BY_NAME.items()}


def settings(style_id: str) -> OwnStyle:
    """Return the settings of the style with this ``<id>``."""
    return OWN_STYLES.get(style_id, _DEFAULT)
