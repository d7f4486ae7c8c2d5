"""Words that tell a group from a person where a format does not.

RIS and NCBI's CSL-JSON have no place for a group's name but a person's; "Global Burden of
Disease Study" without given names is a group, "Ludwig van Beethoven" is not.
"""

from __future__ import annotations

_WORDS = """
    academies academy administration agency alliance assembly association authority authors board bureau
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
# What groups are for, which is nobody's family name: "Department of Health and Human Services".
_TOPICS = """
    affairs aging agriculture aids alcoholism allergy blood cancer care commerce communication
    control culture defence defense development diabetes diseases disorders drugs economics
    education employment energy engineering engineers environment evidence excellence exports
    fisheries food forestry gynaecologists gynecologists hygiene industry infrastructure innovation
    justice kidney labor labour law lung materials mathematics measurement medicine midwives
    nurses nursing nutrition obstetrics physics policy practice products prostheses quality
    rehabilitation research rights safety sanitation science sciences security services skin
    social sport sports statistics stroke surgery technologies technology therapeutics tourism
    trade training transfusion transport treatment vaccines water welfare wildlife women youth
"""
TOPICS = frozenset(_TOPICS.split())
TOPIC_ENDINGS = ("ology", "ologists", "iatry", "iatrics", "iatricians", "icians", "emistry", "ation",
                 "ction", "ntion", "geons", "abolism")  # fmt: skip
# The legal forms of companies, without full stops.
COMPANY_FORMS = frozenset(("corp", "gmbh", "inc", "llc", "ltd", "plc"))


def is_group(name: str) -> bool:
    """Whether a name that has no parts is that of a group."""
    words = _words(name)
    return len(words) > 1 and (len(words) > 4 or has_group_word(name))


def has_group_word(name: str) -> bool:
    """Whether a word such as "Society" is in a name."""
    return any(word.lower() in WORDS for word in _words(name))


def has_topic(name: str) -> bool:
    """Whether a name has a word for what a group does, and none for a group itself."""
    words = [word.lower() for word in _words(name)]
    is_topical = any(word in TOPICS or word.endswith(TOPIC_ENDINGS) for word in words)
    return is_topical and (WORDS - TOPICS - {"health"}).isdisjoint(words)


def _words(name: str) -> list[str]:
    return name.replace("-", " ").replace("(", " ").replace(")", " ").replace(",", " ").split()
