r"""DOIs, addresses and other identifiers, which the fields of a .bib file hold verbatim.

Bibliography styles put these values into ``\url``, ``\href`` or ``\doi``. The document's
class and packages decide whether TeX then reads the characters as plain text: without the
packages url and hyperref it acts on all of them, and it takes ``^^5c`` for a backslash. What
TeX may act on is therefore percent-encoded (RFC 3986, 2.1), as addresses allow.

``biblatex``  percent-encoded; biber's verbatim fields take ``% # & $ ~`` as they are
``without_ties``  ``~`` and ``$`` encoded too, for programs to which they are blanks and formulas
``bibtex``    besides, ``% # &`` behind a backslash
``href``      the same for the argument of a command, where ``_`` needs a backslash too

Measured with 42 combinations of BibTeX styles and packages: in a DOI, a raw ``%`` breaks the
build in 18 of them, ``#`` in 12, ``&`` in 10; all three behind a backslash in none. hyperref
takes the backslash off, url prints it. ``_`` stays as it is in ``bibtex``: many real DOIs
have it, and url and hyperref would print its backslash.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex

# All but letters, digits and the marks of addresses: blanks, control characters and
# " \ ^ ` { | }, which no address may hold, and what is not ASCII.
SAFE = r"!'()*+,./0-9:;<=>?@A-Z\[\]_a-z\-"
UNSAFE = regex(f"[^{SAFE}#$%&~]+")
PLAIN = regex(f"[{SAFE}]*+")  # a value that stays as it is, as nearly all do
ACTIVE = regex(r"[~$]")
SPECIAL = regex(r"[%#&]")
OCTETS = regex(r"(?:%[0-9A-Fa-f]{2})+")


def biblatex(value: str) -> str:
    """Return ``value`` as a verbatim field of biblatex."""
    return value if PLAIN.fullmatch(value) else UNSAFE.sub(_octets, value)


def _octets(match: re.Match[str]) -> str:
    """Percent-encode the characters of ``match``."""
    octets = match[0].encode("utf-8", "surrogatepass")
    return "".join([f"%{octet:02X}" for octet in octets])


def without_ties(value: str) -> str:
    """Return ``value`` as a field of programs that undo TeX's ties and formulas, and no more."""
    return ACTIVE.sub(_octets, biblatex(value))


def bibtex(value: str) -> str:
    r"""Return ``value`` as a field that BibTeX's styles put into ``\url`` or ``\doi``."""
    if PLAIN.fullmatch(value):
        return value
    return SPECIAL.sub(r"\\\g<0>", without_ties(value))


def href(address: str) -> str:
    r"""Return ``address`` as the first argument of ``\href``."""
    return bibtex(address).replace("_", r"\_")


def decoded(value: str) -> str:
    """Return ``value`` without its percent-encoding; octets that are not UTF-8 stay encoded."""
    return OCTETS.sub(_characters, value) if "%" in value else value


def _characters(match: re.Match[str]) -> str:
    octets = bytes.fromhex(match[0].replace("%", ""))
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return match[0]
