"""What every writer has to do. The writers are discovered: a new one is tested by existing.

So are the options and their values. How the format's own programs read it is in ``parsers.py``.
"""

from __future__ import annotations

import os
import pickle
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, product
from typing import Any, cast, get_type_hints

import medcite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from medcite import format_registry, tables
from medcite.base.plugins import plugin
from medcite.base.suggestions import UnknownError
from medcite.bibliography import engine_registry
from medcite.cli.common_arguments import SORTING, WRITING
from medcite.format_registry import ParallelWriter, Writer
from medcite.markup import registry
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Report
from medcite.model.values import Date, Issn, Keyword, Name, PartialDate, Relation
from medcite.options import ALIASES, VALUES, Options
from medcite.tables.keys import PRESETS

from tests.conftest import ROOT
from tests.contracts.parsers import as_text, parse
from tests.contracts.samples import sample_paths
from tests.contracts.test_readers import HOSTILE
from tests.golden.test_golden import EVERY
from tests.hostile import raw
from tests.strategies import records as made_up
from tests.tex.hostile import VALUES as TEX
from tests.tex.hostile import filled
from tests.writers.schema import TYPES

Chosen = dict[str, Any]

WRITERS = format_registry.writers()
EACH_WRITER = pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.FORMAT.name)
SELECTED = {"title", "author", "doi", "abstract", "issued", "container_title"}  # by `fields`
PLAIN = Record(
    pmid="7", title="Growth of birches", container_title="Journal of Trees",
    author=(Name("Doe", "Jane"),), issued=Date(PartialDate(2024, 2), raw="2024 Feb"),
)  # fmt: skip
# A reference list prints what its style asks for, and nobody expects the rest.
TELLS_NOTHING = {"bibliography"}
# What is about the record, not about the publication (see output/unwritten.py).
HOUSEKEEPING = {
    "admin",
    "origin",
    "source_line",
    "keyword_owner",
    "identifiers",
    "key",
    "submitted",
}
VALUES_OF = {  # where not any text will do
    "issn": (Issn("1234-5679", "print"),),
    "relations": (Relation("erratum-in", "J Trees. 2025;1:2"),),
}
HINTS = {name: hint for name, hint in get_type_hints(Record).items() if name != "origin"}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")


@cache
def golden() -> tuple[Record, ...]:
    """Return the golden records, and those of every reader's sample."""
    paths = [*EVERY, *sample_paths()]
    return tuple(record for path in paths for record in medcite.read(path, report=Report()))


def write(
    writer: Writer, records: Iterable[Record], options: Mapping[str, Any] | None = None
) -> tuple[str, list[Diagnostic]]:
    report = Report()
    pieces = writer.write(records, Options(**options or {}), report)
    return as_text(writer, pieces), report.diagnostics


def check(writer: Writer, text: str, count: int, options: Mapping[str, Any] | None = None) -> str:
    """Check that a text is harmless, and holds so many records to the format's own programs.

    Return what they read.
    """
    control = CONTROL.search(text)
    assert not control, ascii(text[control.start() - 30 : control.end() + 30])
    parsed = parse(writer, text, Options(**options or {}))
    if isinstance(parsed, str):
        return parsed
    assert len(parsed) == count
    return "\n".join(parsed)


def option_values(writer: Writer) -> dict[str, list[Any]]:
    """Return the values of every option, the default first."""
    rows = getattr(plugin(tables, writer.FORMAT.name), "ROWS", ())
    tags = {row.tag for row in rows if row.to in SELECTED}
    named = [(tag,) for tag in sorted(tags) if takes_field(writer, tag)]
    values: dict[str, list[Any]] = {
        "key": [*PRESETS, "pmid", "'x'"],
        "style": [*(path.stem for path in sorted((ROOT / "styles").glob("*.csl"))), "apa"],
        "locale": ["de-DE", "ja-JP"],
        "markup": [markup.name for markup in registry.markups() if not markup.binary],
        "fields": [*named, *((f"+{tag}",) for (tag,) in named)],
        "omit": named,
        **VALUES,
        "sort": ["key", "author", "year", "title", "pmid", "-year", "volume,-author"],
        "engine": ["medcite"],  # the other one, for comparison, fails on some records
    }
    for name, default in Options.defaults.items():
        if isinstance(default, bool):
            values[name] = [True, False]
        assert name in values, f"say in option_values() what values {name} may have"
        values[name] = list(dict.fromkeys([default, *values[name]]))
    return values


def takes_field(writer: Writer, tag: str) -> bool:
    """Whether a field can be chosen: a table may have rows that are only read."""
    try:
        write(writer, (), {"fields": (tag,)})
    except UnknownError:
        return False
    return True


@cache
def effects(writer: Writer) -> dict[str, dict[str, Chosen]]:
    """Return, for each option that has an effect, the outputs that its values give.

    An option whose first two values change nothing has none.
    """
    default = write(writer, golden()[::3])[0]
    effects: dict[str, dict[str, Chosen]] = {}
    for name, (_, *others) in option_values(writer).items():
        outputs: dict[str, Chosen] = {}
        for index, value in enumerate(others):
            outputs.setdefault(write(writer, golden()[::3], {name: value})[0], {name: value})
            if index == 1 and not (outputs.keys() - {default}):
                break
        outputs.pop(default, None)
        if outputs or changes_another_list(writer, name, others[-3:]):
            effects[name] = outputs
    return effects


def changes_another_list(writer: Writer, name: str, values: list[Any]) -> bool:
    """Whether an option has an effect together with others."""
    others: Chosen = {"sort": "key", "style": "apa"}
    chosen = [others | {name: value} for value in values]
    default = write(writer, golden()[::3], others)[0]
    return any(write(writer, golden()[::3], options)[0] != default for options in chosen)


def pairwise(values: Mapping[str, list[Any]]) -> Iterator[Chosen]:
    """Yield choices in which each value of each option meets each of every other option."""
    chance = random.Random(1)
    missing = dict.fromkeys(
        pair
        for one, two in combinations(values, 2)
        for pair in product([(one, value) for value in values[one]],
                            [(two, value) for value in values[two]])
    )  # fmt: skip
    while missing:
        start = dict(next(iter(missing)))
        candidates = [
            {name: start.get(name, chance.choice(values[name])) for name in values}
            for _ in range(20)
        ]
        best = max(candidates, key=lambda chosen: len(missing.keys() & pairs(chosen)))
        for pair in pairs(best):
            missing.pop(pair, None)
        yield best


def pairs(chosen: Chosen) -> set[tuple[tuple[str, Any], ...]]:
    return set(combinations(chosen.items(), 2))


def of_known_type(record: Record) -> Record:
    """Return a record with one of CSL's types, as the model has it."""
    return record if record.type in TYPES.split() else record.replace(type="book")


def full(text: str) -> Record:
    """Return a record with a text in every place."""
    values = {name: filled(hint, text) for name, hint in HINTS.items()}
    return Record(**{**values, "type": "article-journal"})


@EACH_WRITER
def test_golden_records_and_every_option(writer: Writer) -> None:
    text, _ = write(writer, golden())
    check(writer, text, len(golden()))
    for outputs in effects(writer).values():
        for text, chosen in outputs.items():
            check(writer, text, len(golden()[::3]), chosen)


@EACH_WRITER
def test_any_two_options_together(writer: Writer) -> None:
    values = {name: option_values(writer)[name][:4] for name in effects(writer)}
    for number, chosen in enumerate(pairwise(values)):
        some = golden()[number % 4 :: 4]  # in turn, so that all records meet all values
        text, _ = write(writer, some, chosen)
        check(writer, text, len(some), chosen)


@EACH_WRITER
def test_options_without_effect_are_declared(writer: Writer) -> None:
    names = {choice.option for choice in (*WRITING, SORTING)} - ALIASES.keys()
    names.remove("key")  # it may have an effect on the order alone
    ignored = set(writer.FORMAT.ignores) - {"key"}
    assert names - effects(writer).keys() == ignored, "`ignores` in FORMAT is to name these"


@EACH_WRITER
@pytest.mark.parametrize("engine", engine_registry.names())
def test_a_plain_record_comes_back(writer: Writer, engine: str) -> None:
    text, _ = write(writer, [PLAIN], {"engine": engine})
    words = "".join(char for char in check(writer, text, 1) if char not in "{}")
    assert all(part in words for part in ("Growth of birches", "Doe", "2024"))


@EACH_WRITER
def test_no_records_give_a_valid_output(writer: Writer) -> None:
    for values in ([], {"sort": "author"}):
        text, diagnostics = write(writer, [], dict(values))
        assert not diagnostics
        check(writer, text, 0)


@EACH_WRITER
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_every_attribute(writer: Writer, name: str) -> None:
    value = HOSTILE[name]
    records = [full(value[:500]), PLAIN.replace(title=value, abstract=value)]
    text, diagnostics = write(writer, records)
    check(writer, text, 2)
    assert not [told for told in diagnostics if raw(str(told))]


@EACH_WRITER
def test_what_tex_acts_on_in_every_attribute(writer: Writer) -> None:
    records = [full(value) for value in TEX]
    text, _ = write(writer, records)
    check(writer, text, len(records))


@EACH_WRITER
@settings(max_examples=20, deadline=None)
@given(records=st.lists(made_up.map(of_known_type), max_size=3))
def test_made_up_records(writer: Writer, records: list[Record]) -> None:
    before = repr(records)
    text, _ = write(writer, records)
    check(writer, text, len(records))
    assert repr(records) == before


@EACH_WRITER
def test_records_stay_as_they_are(writer: Writer) -> None:
    paths = [*EVERY, *sample_paths()]
    read = [list(medcite.read(path, report=Report())) for path in paths]
    records = [record for several in read for record in several]
    write(writer, records)
    assert records == list(golden())


@EACH_WRITER
def test_the_output_depends_on_the_records_alone(writer: Writer) -> None:
    text, diagnostics = write(writer, golden())
    assert write(writer, golden()) == (text, diagnostics)
    assert write(writer, iter(golden())) == (text, diagnostics)
    assert write(writer, list(map(undecoded, golden()))) == (text, diagnostics)


def undecoded(record: Record) -> Record:
    """Return a record as another process gets it."""
    return cast(Record, pickle.loads(pickle.dumps(record)))


@EACH_WRITER
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_chunks_by_several_processes_give_the_same(writer: Writer, size: int) -> None:
    assert hasattr(writer, "fragment_writer") == hasattr(writer, "join_fragments")
    if not hasattr(writer, "fragment_writer"):
        return
    parallel, options, report = cast(ParallelWriter, writer), Options(), Report()
    render = parallel.fragment_writer(options)
    # Only MEDLINE text is read in chunks: its records bring no keys of which something is told.
    records = [record for record in golden() if not record.key]
    chunks = [records[start : start + size] for start in range(0, len(records), size)]
    fragments = [part for chunk in chunks for part in render(chunk, report)]
    portable = pickle.loads(pickle.dumps(fragments))
    assert "".join(parallel.join_fragments(portable, options)) == write(writer, records)[0]
    assert report.diagnostics == write(writer, records)[1]
    assert "".join(parallel.join_fragments([], options)) == write(writer, [])[0]


@EACH_WRITER
@pytest.mark.parametrize("character", ["\uffff", "\ufffe", "\ufdd0", "\U0001ffff", "\0", "\x01"])
def test_no_character_of_a_record_stands_for_its_key(writer: Writer, character: str) -> None:
    if not hasattr(writer, "fragment_writer"):
        return
    parallel, options = cast(ParallelWriter, writer), Options()
    odd = f"{character}Birch{character * 2} of{character} 2024{character}"
    text = dict.fromkeys(("title", "abstract", "volume", "url", "container_title"), odd)
    record = PLAIN.replace(**text, author=(Name(odd, odd),), keywords=(Keyword(odd),))
    fragments = list(parallel.fragment_writer(options)([record, PLAIN], Report()))
    joined = "".join(parallel.join_fragments(fragments, options))
    assert joined == write(writer, [record, PLAIN])[0]
    assert joined.count(fragments[0][0]) == joined.count(fragments[1][0])


@pytest.mark.parametrize(
    "writer",
    [writer for writer in WRITERS if writer.FORMAT.name not in TELLS_NOTHING],
    ids=lambda writer: writer.FORMAT.name,
)
def test_each_attribute_is_written_or_told(writer: Writer) -> None:
    untold = set()
    for name in HINTS.keys() - HOUSEKEEPING - {"type"}:
        value = VALUES_OF.get(name) or filled(HINTS[name], "1999")
        text, diagnostics = write(writer, [PLAIN.replace(**{name: value})])
        without, _ = write(writer, [PLAIN.replace(**{name: Record.defaults[name]})])
        if text == without and "not-written" not in [told.code for told in diagnostics]:
            untold.add(name)
    message = (
        "use output.unwritten.note_unwritten, with the attributes that the format has a home for"
    )
    assert not untold, message


@EACH_WRITER
def test_the_suffixes_lead_to_it_or_to_its_elder(writer: Writer) -> None:
    assert format_registry.writer(writer.FORMAT.name) is writer
    for suffix in writer.FORMAT.suffixes:
        assert suffix in format_registry.writer_for(f"x{suffix}.gz").FORMAT.suffixes
    if writer.FORMAT.suffixes:
        assert format_registry.writer_for(f"x{writer.FORMAT.suffixes[0]}") is writer


@EACH_WRITER
def test_a_reader_of_its_name_recognizes_the_output(writer: Writer) -> None:
    reader = {reader.FORMAT.name: reader for reader in format_registry.readers()}.get(
        writer.FORMAT.name
    )
    if reader and reader.FORMAT.sniff:
        assert reader.FORMAT.sniff(write(writer, golden())[0][:4096])


SCRIPT = """
import sys, medcite
from medcite import format_registry
from medcite.model.report import Report
from medcite.options import Options
records = [record for path in sys.argv[1:] for record in medcite.read(path, report=Report())]
for writer in format_registry.writers():
    report = Report()
    print(*writer.write(records, Options(), report), *report.diagnostics, sep="\\n")
"""


def test_writing_does_not_depend_on_the_order_of_sets() -> None:
    outputs = []
    for seed in ("1", "2"):
        command = [sys.executable, "-c", SCRIPT, *map(str, EVERY)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        outputs.append(subprocess.run(command, env=environment, capture_output=True, check=True))
    assert outputs[0].stdout == outputs[1].stdout
