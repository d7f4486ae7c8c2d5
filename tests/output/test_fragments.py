"""Output rendered in chunks is the same as in one, keys included."""

from __future__ import annotations

from medcite.citekeys.keys import Keys
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name
from medcite.options import Options
from medcite.output.fragments import fragment_writer, join_fragments, split_at_key

OPTIONS = Options(key="'doe'")
RECORDS = [Record(pmid=str(number), author=(Name("Doe"),)) for number in range(4)]


def render(record: Record, key: str, _: Report) -> str:
    return f"<{key}: {record.pmid} ({key})>"


def test_chunks_are_joined_with_the_keys_of_one_run() -> None:
    keys = Keys(OPTIONS.key)
    expected = [render(record, keys(record), Report()) for record in RECORDS]
    write_fragments = fragment_writer(split_at_key(render), OPTIONS)
    chunks = (RECORDS[:3], RECORDS[3:])
    fragments = [part for chunk in chunks for part in write_fragments(chunk, Report())]
    assert list(join_fragments(fragments, OPTIONS)) == expected
    assert len(set(expected)) == 4


def test_a_text_without_a_key_stays_whole() -> None:
    assert split_at_key(lambda *_: "text")(RECORDS[0], Report()) == ("text",)
