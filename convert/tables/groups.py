"""Words that tell a group from a person where a format does not.

RIS and NCBI's CSL-JSON have no place for a group's name but a person's; "Global Burden of
Disease Study" without given names is a group, "Ludwig van Beethoven" is not.
"""

from __future__ import annotations

_WORDS = """
    academy administration agency alliance assembly association authority authors board bureau
    center centers centre centres clinic cohort collaboration collaborative collaborators
    college commission committee community company conference congress consortium consultants
    consultation corporation council department división division europe executive experts
    faculty federation for force foundation forum fund government group groups health hospital
    initiative institut institute institutes institution international investigators
    laboratory league members ministry national network office on organisation organization
    panel partnership physicians platform program programme project registry research
    researchers royal school section services society societies specialist staff studies study
    subcommittee subgroup survey task team trial trialists trials union unit university workers
    workgroup working
    asociación associação centro comité federación grupo instituto ministerio organizacion
    organización organização sociedad sociedade universidad universidade
    gesellschaft arbeitsgruppe société groupe comite ministère université
    società istituto università
"""
WORDS = frozenset(_WORDS.split())
# The legal forms of companies, without full stops.
COMPANY_FORMS = frozenset(("corp", "gmbh", "inc", "llc", "ltd", "plc"))


def is_group(name: str) -> bool:
    """Whether a name that has no parts is that of a group."""
    words = _words(name)
    return len(words) > 1 and (len(words) > 4 or has_group_word(name))


def has_group_word(name: str) -> bool:
    """Whether a word such as "Society" is in a name."""
    return any(word.lower() in WORDS for word in _words(name))


def _words(name: str) -> list[str]:
    return name.replace("-", " ").replace("(", " ").replace(")", " ").replace(",", " ").split()
