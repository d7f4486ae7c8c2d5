"""Prints the entries that bibtexparser 1 reads in a .bib file, with names in their parts."""

import json
import sys
from pathlib import Path

import bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import InvalidName, convert_to_unicode, splitname


def split(name):
    try:
        return splitname(name)
    except InvalidName:  # half of a name in braces with "and" in it
        return {"first": [], "von": [], "last": [name], "jr": []}


def customize(entry):
    parts = {
        kind: [split(name) for name in entry.pop(kind).replace("\n", " ").split(" and ")]
        for kind in ("author", "editor")
        if kind in entry
    }
    return convert_to_unicode(entry) | parts


parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
parser.customization = customize
text = Path(sys.argv[1]).read_text("utf-8")
print(json.dumps(bibtexparser.loads(text, parser).entries))
