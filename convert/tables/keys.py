"""What citation keys are made from: words that say nothing, and the patterns with a name."""

from __future__ import annotations

# Articles, prepositions and conjunctions do not tell one title from another.
_SMALL = """
    a an the and or nor but as if so yet than that this these those its it their his her
    of on in at to for from by with without within into onto over under above below between
    among across through during before after against about via per versus vs upon toward
    towards is are was were be been do does did can could should will would may might has have
    der die das den dem des ein eine einer eines und oder von zur zum mit bei im
    le la les un une du de et ou dans au aux sur pour par
    el los las una en del al con para por il lo gli uno di della delle dei da
    uma dos das het een
"""
SMALL = frozenset(_SMALL.split())

DEFAULT = "auth.lower + year + veryshorttitle.lower"

# Names for patterns: what a user writes, and the pattern that it stands for. A record that
# comes with a key keeps it, unless the pattern asks for another.
PRESETS = {
    "default": f"key | {DEFAULT}",
    "pmid": f"'pmid' + pmid | {DEFAULT}",
    "doi": f"doi | {DEFAULT}",
    "zotero": "auth.lower + '_' + title.word(1).lower + '_' + year",
    "jabref": "auth + year",
    "better-bibtex": "auth.lower + shorttitle + year",
}
