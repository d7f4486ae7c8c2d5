"""Files of CSL-JSON and YAML: taken apart and joined byte for byte, marked, and added to."""

from __future__ import annotations

import json

import pytest
from medcite.model.record import Record
from medcite.options import Options
from medcite.reference_file.csl_json_file import CslJsonMaker
from medcite.reference_file.entry import BrokenError, EntryDraft, EntryMaker
from medcite.reference_file.yaml_file import CslYamlMaker, HayagrivaMaker

OPTIONS = Options()
JSON, YAML, HAYAGRIVA = CslJsonMaker(OPTIONS), CslYamlMaker(OPTIONS), HayagrivaMaker(OPTIONS)
MAKERS: tuple[EntryMaker, ...] = (JSON, YAML, HAYAGRIVA)
NAMES = ("csl-json", "csl-yaml", "hayagriva")
ONE = Record(title="One: 'a' \"b\" # c", pmid="1", doi="10.1000/x_y")
TWO = Record(title="Zwei – é", pmid="2", pmcid="PMC22")
EMPTY = {
    JSON: ("", "\n", "[]", "[]\n", "[\n]\n", "\ufeff[]"),
    YAML: ("", "\n", "---\nreferences: []\n...\n", "references:\n", "# mine\n", "---\n...\n",
           "title: x\nreferences:\n"),
    HAYAGRIVA: ("", "\n", "{}\n", "# mine\n", "---\n...\n"),
}  # fmt: skip
WRITTEN = {
    JSON: (
        '[\n\t{"id": "a", "type": "book", "n": [1, {"x": "]"}]} ,\n\n {"id":"b"}\n]\n',
        '[{"id": 7}]',
        '\ufeff[{"id":"é","title":"\\"x\\""}]\r\n',
    ),
    YAML: (
        "references:\n- id: a\n  title: |\n    x\n    # no comment\n\n# comment\n- id: b\n",
        "---\n# c\nreferences:\n  - id: a\n    author:\n    - family: x\n\n  - id: b # c\n...\n",
        "- id: a\n  title: - x\n".replace(": -", ": '-").replace("x\n", "x'\n") + "- id: b",
        "title: t\nreferences:\n- id: a\r\n  type: book\r\n- type: x\n  id: 'b: c'\nother: 1\n",
    ),
    HAYAGRIVA: (
        "a:\n  type: article\n  title: |\n    x\n\n# comment\nb: {type: book}\n",
        "---\n'k: 1':\n  type: book\n...\n",
        "é:\r\n  type: book\r\n",
    ),
}
CASES = [(maker, text) for maker in MAKERS for text in (*EMPTY[maker], *WRITTEN[maker])]  # type: ignore[index]


def added(maker: EntryMaker, text: str, *drafts: EntryDraft) -> str:
    """Return a file with drafts added."""
    texts = [(body, "") for body in maker.render(drafts)]
    return maker.append(maker.parse(text), texts).text


@pytest.mark.parametrize(("maker", "text"), CASES)
def test_a_file_is_put_together_again_byte_for_byte(maker: EntryMaker, text: str) -> None:
    assert maker.parse(text).text == text


@pytest.mark.parametrize(("maker", "text"), CASES)
def test_entries_are_added_without_changing_others(maker: EntryMaker, text: str) -> None:
    keys = [entry.key for entry in maker.parse(text).entries]
    first = added(maker, text, EntryDraft(ONE, "pmid:1"))
    both = maker.parse(added(maker, first, EntryDraft(TWO, "pmid-2"), EntryDraft(TWO, "a b")))
    assert [entry.key for entry in both.entries] == [*keys, "pmid:1", "pmid-2", "a b"]
    ours = list(both.entries)[len(keys) :]
    assert all(entry.is_ours for entry in ours)
    assert [list(maker.names(entry)) for entry in ours] == [
        ["pmid:1", "doi:10.1000/x_y"], *2 * [["pmid:2", "pmcid:PMC22"]]
    ]  # fmt: skip
    old = [entry.body for entry in maker.parse(text).entries]
    assert [entry.body for entry in both.entries][: len(keys)] == old
    assert both.newline == ("\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n")


@pytest.mark.parametrize("maker", MAKERS, ids=NAMES)
def test_an_entry_that_was_edited_is_the_authors(maker: EntryMaker) -> None:
    text = added(maker, "", EntryDraft(ONE, "pmid:1"))
    (entry,) = maker.parse(text.replace("One", "Uno")).entries
    assert entry.is_edited
    assert not entry.is_ours


def test_json_that_is_indented_otherwise_is_still_ours() -> None:
    text = added(JSON, "", EntryDraft(ONE, "pmid:1"))
    (entry,) = JSON.parse(json.dumps(json.loads(text), indent=4)).entries
    assert entry.is_ours


@pytest.mark.parametrize(
    ("maker", "text", "line"),
    [
        (JSON, '{"id": 1}', 1), (JSON, '[{"id": 1}\n', 2), (JSON, "[\n1]", 2), (JSON, "a: 1", 1),
        (JSON, "[" * 100_000, 1), (JSON, f'[{{"a": {"[" * 100_000}', 1),
        (YAML, "a: [", 2), (YAML, "references: {a: b}\n", 1), (YAML, "references: [{id: a}]", 1),
        (YAML, "- id: a\n  b: 'c\n", 3), (YAML, "a\x1b", 1), (YAML, "a\udcff", 1),
        (YAML, "just words", 1), (HAYAGRIVA, "- a", 1), (HAYAGRIVA, "{a: {type: book}}", 1),
        (HAYAGRIVA, "references:\n- id: a\n", 1),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_with_the_line(
    maker: EntryMaker, text: str, line: int
) -> None:
    with pytest.raises(BrokenError) as caught:
        maker.parse(text)
    assert caught.value.line == line
