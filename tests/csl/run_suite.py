"""Run a folder of tests in the format of the official CSL test suite through our processor.

    python tests/csl/run_suite.py DIR [NAME...]

Prints the names of the failures (with -v what was expected and what came) and ends with
``N passed, M failed``. Compared exactly, after unifying what is no one's mistake: entity
spellings, blanks around block ``<div>``s, and the marks that number citations.  A test that
raises has failed, and the rest goes on.

Sections: MODE (citation, bibliography, bibliography-nosort, bibliography-header), RESULT, CSL,
INPUT, INPUT2 (items as they are later), CITATION-ITEMS, CITATIONS, BIBENTRIES, BIBSECTION,
ABBREVIATIONS (the suite's default jurisdiction), LANGUAGE; others are passed over.
"""

from __future__ import annotations

import json
import re
import sys
import traceback
import unicodedata
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from medcite.csl import Cite, Cluster, Processor, parse_style
from medcite.model.rich_text import BLOCKS, Span, Text

_SECTION = re.compile(r">>=+ ?([A-Z0-9-]+) ?=+>>\n(.*?)\n?<<=+ ?\1 ?=+<<", re.DOTALL)
_STYLES = {
    "upright": "font-style:normal;",
    "oblique": "font-style:oblique;",
    "medium": "font-weight:normal;",
    "light": "font-weight:light;",
    "small-caps": "font-variant:small-caps;",
    "normal-caps": "font-variant:normal;",
    "underline": "text-decoration:underline;",
    "no-underline": "text-decoration:none;",
    "baseline": "baseline",
}
_TAGS = {"italic": "i", "bold": "b", "sup": "sup", "sub": "sub"}
# Modifier letters without a decomposition, which citeproc-js raises all the same.
_MODIFIERS = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}


def html(text: Text) -> str:
    """Return the HTML that the suite expects of ``text``."""
    return "".join(escape(node) if isinstance(node, str) else span(node) for node in text)


def escape(text: str) -> str:
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return text if text.isascii() else "".join(map(raised, text))


def raised(letter: str) -> str:
    """Return a superscript character as the markup that citeproc-js makes of it."""
    plain = _MODIFIERS.get(letter)
    if plain is None:
        kind, _, codes = unicodedata.decomposition(letter).partition(" ")
        if kind != "<super>":
            return letter
        plain = "".join(chr(int(code, 16)) for code in codes.split())
    return f"<sup>{plain}</sup>"


def span(node: Span) -> str:
    inside = html(node.children)
    if node.kind in BLOCKS:
        return f'<div class="csl-{node.kind}">{inside}</div>'
    if node.kind == "link":
        return inside
    tag = _TAGS.get(node.kind)
    if tag:
        return f"<{tag}>{inside}</{tag}>"
    return f'<span style="{_STYLES[node.kind]}">{inside}</span>'


def sections(path: Path) -> dict[str, str]:
    return dict(_SECTION.findall(path.read_text(encoding="utf-8")))


def cite_of(raw: dict[str, Any]) -> Cite:
    position = raw.get("position", 0)
    return Cite(
        id=str(raw["id"]),
        locator=str(raw.get("locator") or ""),
        label=raw.get("label") or "",
        prefix=raw.get("prefix") or "",
        suffix=raw.get("suffix") or "",
        suppress_author=bool(raw.get("suppress-author")),
        author_only=bool(raw.get("author-only")),
        position=position,
        near_note=bool(raw.get("near-note")),
        first_note=int(raw.get("first-reference-note-number") or 0),
    )


def bibliography(processor: Processor, ids: list[str] | None = None) -> str:
    made = processor.bibliography(ids)
    if not made.entries:
        return ""
    entries = "".join(
        f'  <div class="csl-entry">{html(entry.text)}</div>\n' for entry in made.entries
    )
    return f'<div class="csl-bib-body">\n{entries}</div>'


def documents(raw: list[Any]) -> list[dict[str, Any]]:
    """Replay the insertions; return the document's citations as the last one leaves them."""
    known: dict[str, dict[str, Any]] = {}
    order: list[str] = []
    for at, (citation, before, after) in enumerate(raw):
        key = citation.get("citationID") or f"citation-{at}"
        known[key] = citation
        for other, note in [*before, *after]:
            known.get(other, {}).setdefault("properties", {})["noteIndex"] = note
        order = [*[one for one, _ in before], key, *[one for one, _ in after]]
    return [known[key] for key in order if key in known]


def run_citations(processor: Processor, raw: list[Any]) -> str:
    clusters = []
    for citation in documents(raw):
        properties = citation.get("properties") or {}
        cites = tuple(cite_of(one) for one in citation["citationItems"])
        clusters.append(
            Cluster(
                cites,
                int(properties.get("noteIndex") or 0),
                properties.get("mode", ""),
                properties.get("infix", ""),
            )
        )
    texts = processor.cite(clusters)
    return "\n".join(f">>[{at}] {html(text)}" for at, text in enumerate(texts))


def matches(item: dict[str, Any], spec: dict[str, Any]) -> bool:
    """Whether a field has a value of BIBSECTION's; true and false ask for any, and for none."""
    value, wanted = item.get(spec["field"]), spec["value"]
    if isinstance(wanted, bool) or not wanted:
        return bool(value) == bool(wanted)
    return wanted in value if isinstance(value, list) else value == wanted


def selected(item: dict[str, Any], section: dict[str, Any]) -> bool:
    """Whether BIBSECTION lets an item into the bibliography."""
    met = {name: [matches(item, spec) for spec in specs] for name, specs in section.items()}
    return (
        any(met.get("include", [True]))
        and not any(met.get("exclude", []))
        and all(met.get("select", []))
        and not ("quash" in met and all(met["quash"]))
    )


def abbreviate(items: list[dict[str, Any]], lists: dict[str, dict[str, str]]) -> None:
    """Give items the short forms that ABBREVIATIONS has for what is in them."""
    kinds = {"publisher-place": "place", "event-place": "place", "number": "number"}
    for item in items:
        for name, value in list(item.items()):
            short = lists.get(kinds.get(name, name), {}).get(str(value))
            if short:
                item.setdefault(f"{name}-short", short)


def header(processor: Processor) -> str:
    """Return what there is to say of a bibliography as a whole, a line each."""
    made = processor.bibliography()
    facts = {
        "bibend": "</div>",
        "bibliography_errors": "",
        "bibstart": '<div class="csl-bib-body">\n',
        "done": "false",
        "entry_ids": ",".join(id_ for entry in made.entries for id_ in entry.ids),
        "entryspacing": str(made.entry_spacing),
        "linespacing": str(made.line_spacing),
        "maxoffset": str(made.max_offset),
        "second-field-align": made.second_field_align or "false",
    }
    if made.hanging_indent:
        facts["hangingindent"] = "true"
    return "\n".join(f"{name}: {facts[name]}" for name in sorted(facts))


def result(parts: dict[str, str]) -> str:
    """Format what a test asks for."""
    style = parse_style(parts["CSL"].strip(), "style")
    items = json.loads(parts["INPUT"])
    if "ABBREVIATIONS" in parts:
        abbreviate(items, json.loads(parts["ABBREVIATIONS"]).get("default", {}))
    by_id: dict[str, Any] = {str(item.setdefault("id", "")): item for item in items}
    for item in json.loads(parts.get("INPUT2", "[]")):
        by_id[str(item["id"])] = item
    processor = Processor(style, by_id, parts.get("LANGUAGE", "").strip() or None)
    mode = parts["MODE"].strip()
    if mode == "bibliography-nosort":
        processor.registry.bibliography_keys = []
    cited = ""
    if "CITATIONS" in parts:
        cited = run_citations(processor, json.loads(parts["CITATIONS"]))
    else:
        for ids in json.loads(parts.get("BIBENTRIES", "null")) or [list(by_id)]:
            processor.register(ids)
    if mode == "bibliography-header":
        return header(processor)
    if mode.startswith("bibliography"):
        section = json.loads(parts.get("BIBSECTION", "{}"))
        ids = [id_ for id_, item in by_id.items() if selected(item, section)]
        return bibliography(processor, ids if section else None)
    if "CITATIONS" in parts:
        return cited
    if "CITATION-ITEMS" in parts:
        clusters = json.loads(parts["CITATION-ITEMS"])
    else:
        clusters = [[{"id": id_} for id_ in processor.registry.order]]
    made = [
        Cluster(tuple(cite_of(one) for one in cluster if str(one["id"]) in by_id))
        for cluster in clusters
    ]
    return "\n".join(html(processor.cluster(cluster)) for cluster in made)


def unified(text: str) -> str:
    for entity, plain in (("&#38;", "&amp;"), ("&#60;", "&lt;"), ("&#62;", "&gt;")):
        text = text.replace(entity, plain)
    text = re.sub(r"^(?:\.\.|>>)\[(\d+)\]", r">>[\1]", text, flags=re.MULTILINE)
    text = re.sub(r"\s*(</?div[^>]*>)[ \t]*\n\s*", r"\1", text)
    text = re.sub(r"\s*\n\s*(</?div[^>]*>)", r"\1", text)
    return text.strip()


def check(path: Path) -> tuple[str, str]:
    """Return what was expected and what came, both unified."""
    parts = sections(path)
    return unified(parts["RESULT"]), unified(result(parts))


def main(arguments: list[str]) -> int:
    verbose = "-v" in arguments
    arguments = [argument for argument in arguments if argument != "-v"]
    if not arguments:
        print("usage: run_suite.py [-v] DIR [NAME...]", file=sys.stderr)
        return 2
    folder, *names = arguments
    paths = sorted(Path(folder).glob("*.txt"))
    passed = failed = 0
    for path in paths:
        if names and path.stem not in names:
            continue
        try:
            expected, got = check(path)
        except Exception:  # a crash is a failure of that test, shown as such
            expected, got = "", traceback.format_exc(limit=-3)
        if expected == got:
            passed += 1
            continue
        failed += 1
        print(path.stem)
        if verbose:
            print(f"  expected: {expected}\n  got:      {got}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
