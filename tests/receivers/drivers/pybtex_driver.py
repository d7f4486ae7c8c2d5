"""Prints the entries that pybtex reads in a .bib file, as HTML without entities."""

import html
import json
import re
import sys

from pybtex.database import parse_file
from pybtex.richtext import Text

PROTECTED = re.compile('</?span(?: class="bibtex-protected")?>')


def rich(tex):
    text = Text.from_latex(tex).render_as("html")
    return html.unescape(PROTECTED.sub("", text))


def plain(parts):
    return " ".join(str(Text.from_latex(part)) for part in parts)


def person(name):
    given = [*name.first_names, *name.middle_names]
    return [
        plain(part) for part in (given, name.prelast_names, name.last_names, name.lineage_names)
    ]


entries = parse_file(sys.argv[1], "bibtex").entries
print(
    json.dumps(
        [
            {
                "key": key,
                "fields": {name.lower(): rich(value) for name, value in entry.fields.items()},
                "people": {
                    kind: [person(name) for name in names] for kind, names in entry.persons.items()
                },
            }
            for key, entry in entries.items()
        ]
    )
)
